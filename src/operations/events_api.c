/* SPDX-License-Identifier: Apache-2.0 */
#include "action/events_api.h"

#include "operations/rows.h"

/* clang-format off */
const struct events_api events_v1 = {
	.name = "v1", .version = 1, .action = "launch_incident", .verb = "event_type", .key = "service_key" };
const struct events_api events_v2 = {
	.name = "v2", .version = 2, .action = "event.trigger", .verb = "event_action", .key = "routing_key" };
const struct events_api events_change = {
	.name = "change", .version = 2, .action = "event.change", .key = "routing_key" };
/* clang-format on */

const struct events_api *const events_apis[] = { &events_v1, &events_v2, &events_change, NULL };
