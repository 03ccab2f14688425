/* SPDX-License-Identifier: Apache-2.0 */
/* The function of ability.test: see operations/verbs.h. */
#include "operations/verbs.h"

#include "verbs/verb.h"

/* PagerDuty answers 402 if the account lacks the ability. Here that is a result, not a failure. */
enum { LACKS_ABILITY = 402 };

bool ability_test(struct run *run, struct text *out, struct error *err)
{
	scoped(text_done) struct text nothing = TEXT(TEXT_ANY);
	bool available = verb_exchange(run, run->request, run->values, &nothing, err);

	if (!available && (err->kind != ERROR_REFUSED || err->code != LACKS_ABILITY))
		return false;
	error_clear(err);
	return text_addf(out, "{\"available\":%s}", available ? "true" : "false") ||
	       error_memory(err);
}
