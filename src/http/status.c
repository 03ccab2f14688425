/* SPDX-License-Identifier: Apache-2.0 */
#include "http/status.h"

bool http_status_passes(long status)
{
	switch (status) {
	case 408:
	case 429:
	case 500:
	case 502:
	case 503:
	case 504:
		return true;
	default:
		return false;
	}
}
