/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/event_size.h"
#include "operations/event_v2.h"
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param dedup_key = BODY_VALUE("dedup_key", TYPE_STRING,
	"Key with which the alert was triggered.",
	.required = true, .most = 255, .example = "\"srv01/mysql\"");
static const struct param incident_key_of_event = BODY_VALUE("incident_key", TYPE_STRING,
	"Key with which the incident was triggered.",
	.required = true, .most = 255, .example = "\"srv01/HTTP\"");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Text for the incident's log.");
static const struct param details = BODY_VALUE("details", TYPE_OBJECT, "More details for the log.");
static const struct param timestamp = BODY_VALUE("timestamp", TYPE_TIME,
	"When the problem was noticed.", .wire = "payload/timestamp");
static const struct param custom_details = BODY_VALUE("custom_details", TYPE_OBJECT,
	"More details. They are left out if the event would be larger than PagerDuty allows.",
	.wire = "payload/custom_details");
static const struct param links = BODY_VALUE("links", TYPE_OBJECTS,
	"Links to show: objects with href and, optionally, text.",
	.members = VALUES("href"));
static const struct param images = BODY_VALUE("images", TYPE_OBJECTS,
	"Images to show: objects with src (https) and, optionally, href and alt.",
	.members = VALUES("src"));

static const struct operation rows[] = {
	{ .name = "event.acknowledge",
	  .summary = "Acknowledge an alert by Events API v2.",
	  EVENT_V2,
	  .constant = "{\"event_action\":\"acknowledge\"}",
	  .params = PARAMS(&routing_key, &service_of_routing_keys, &dedup_key, &queue),
	  .returns = "`{\"status\", \"message\", \"dedup_key\"}`, as Events API v2 answers." },

	{ .name = "event.acknowledge_v1",
	  .summary = "Acknowledge an incident by Events API v1.",
	  EVENT_V1,
	  .constant = "{\"event_type\":\"acknowledge\"}",
	  .shape = event_fit, .other = &acknowledge_as_v2,
	  .params = PARAMS(
		&service_key, &service_of_service_keys, &incident_key_of_event, &description, &details,
		&queue),
	  .returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers; with a key of v2 also `dedup_key`, the same." },

	{ .name = "event.change",
	  .summary = "Report a change, such as a deployment, by Events API v2.",
	  .method = "POST", .path = "/v2/change/enqueue",
	  .host = HOST_EVENTS, .api = &events_change,
	  .retry = RETRY_UNSENT,
	  .shape = event_fit,
	  .params = PARAMS(
		&routing_key, &service_of_routing_keys,
		BODY("summary", TYPE_STRING, "A one-line summary; it is cut after 1024 characters.",
			.wire = "payload/summary", .required = true, .example = "\"Deployed web shop 4.2\""),
		BODY("source", TYPE_STRING, "The thing that was changed, such as a host.",
			.wire = "payload/source"),
		&timestamp, &custom_details, &links, &images, &queue),
	  .returns = "`{\"status\", \"message\"}`, as Events API v2 answers." },

	{ .name = "event.resolve",
	  .summary = "Resolve an alert by Events API v2.",
	  EVENT_V2,
	  .constant = "{\"event_action\":\"resolve\"}",
	  .params = PARAMS(&routing_key, &service_of_routing_keys, &dedup_key, &queue),
	  .returns = "`{\"status\", \"message\", \"dedup_key\"}`, as Events API v2 answers." },

	{ .name = "event.resolve_v1",
	  .summary = "Resolve an incident by Events API v1.",
	  EVENT_V1,
	  .constant = "{\"event_type\":\"resolve\"}",
	  .shape = event_fit, .other = &resolve_as_v2,
	  .params = PARAMS(
		&service_key, &service_of_service_keys, &incident_key_of_event, &description, &details,
		&queue),
	  .returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers; with a key of v2 also `dedup_key`, the same." },

	{ .name = "event.trigger",
	  .summary = "Trigger an alert by Events API v2: page whoever is on call for a service.",
	  EVENT_V2, .make_key = true,
	  .constant = "{\"event_action\":\"trigger\"}",
	  .shape = event_fit,
	  .params = PARAMS(
		&routing_key, &service_of_routing_keys,
		BODY("summary", TYPE_STRING, "A one-line summary; it is cut after 1024 characters.",
			.wire = "payload/summary", .required = true, .example = "\"Disk full on db1\""),
		BODY("source", TYPE_STRING, "Where it happened, preferably the name of a host.",
			.wire = "payload/source", .required = true, .example = "\"db1.example.com\""),
		BODY("severity", TYPE_STRING, "How bad it is.",
			.wire = "payload/severity", .required = true,
			.values = VALUES("critical", "error", "warning", "info"), .example = "\"critical\""),
		&timestamp,
		BODY("component", TYPE_STRING,
			"Component of the source that has the problem, such as mysql.",
			.wire = "payload/component"),
		BODY("group", TYPE_STRING, "Group that the component belongs to, such as prod-data.",
			.wire = "payload/group"),
		BODY("class", TYPE_STRING, "Kind of event, such as disk.", .wire = "payload/class"),
		&custom_details,
		BODY("dedup_key", TYPE_STRING,
			"Key that identifies the problem: while an alert with the same key is "
			"open, no other is opened. Without it, a key is made and returned.",
			.most = 255, .filled = true),
		&links, &images, &client, &client_url, &queue),
	  .returns = "`{\"status\", \"message\", \"dedup_key\"}`, as Events API v2 answers." },
};
/* clang-format on */

TABLE(event);
