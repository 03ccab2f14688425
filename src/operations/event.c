/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/event_size.h"
#include "operations/rows.h"
#include "operations/tables.h"

#define KEY_OF_OPEN(name_, what, sample)                                                     \
	{                                                                                    \
		.name = (name_), .place = PLACE_BODY, .type = TYPE_STRING, .required = true, \
		.most = 255, .description = "Key of " what ", as it was triggered with.",    \
		.example = "\"" sample "\""                                                  \
	}

#define SUMMARY(sample)                                          \
	BODY_REQUIRED("summary", "payload/summary", TYPE_STRING, \
		"What happened, in a line; more than 1024 characters are cut.", "\"" sample "\"")
#define TIMESTAMP BODY("timestamp", "payload/timestamp", TYPE_TIME, "When it was noticed.")
#define CUSTOM_DETAILS                                                 \
	BODY("custom_details", "payload/custom_details", TYPE_OBJECT,  \
		"Anything more that helps; left out of an event that " \
		"would be larger than PagerDuty takes.")
#define LINKS                                                                             \
	{                                                                                 \
		.name = "links", .place = PLACE_BODY, .type = TYPE_OBJECTS,               \
		.members = VALUES("href"),                                                \
		.description = "Links to show: objects with href and, optionally, text.", \
	}
#define IMAGES                                                                                     \
	{                                                                                          \
		.name = "images", .place = PLACE_BODY, .type = TYPE_OBJECTS,                       \
		.members = VALUES("src"),                                                          \
		.description =                                                                     \
			"Images to show: objects with src (https) and, optionally, href and alt.", \
	}

#define ENQUEUE(action)                                                                            \
	.method = "POST", .path = "/v2/enqueue", .host = HOST_EVENTS, .result = RESULT_WHOLE,      \
	.retry = RETRY_KEYED, .key = "dedup_key", .constant = "{\"event_action\":\"" action "\"}", \
	.returns = "`{\"status\", \"message\", \"dedup_key\"}`, as Events API v2 answers."
#define CREATE_EVENT(type)                                                                  \
	EVENTS_V1(type), .params = PARAMS(INTEGRATION_KEY("service_key"),                   \
				 KEY_OF_OPEN("incident_key", "the incident", "srv01/HTTP"), \
				 BODY("description", NULL, TYPE_STRING,                     \
					 "What is to be said in the incident's log."),      \
				 BODY("details", NULL, TYPE_OBJECT, "Anything more for the log."))

static const struct operation rows[] = {
	{ .name = "event.acknowledge",
		.summary = "Acknowledge an alert by Events API v2.",
		ENQUEUE("acknowledge"),
		.params = PARAMS(INTEGRATION_KEY("routing_key"),
			KEY_OF_OPEN("dedup_key", "the alert", "srv01/mysql")) },
	{ .name = "event.acknowledge_v1",
		.summary = "Acknowledge an incident by Events API v1.",
		CREATE_EVENT("acknowledge") },
	{ .name = "event.change",
		.summary = "Report a change, such as a deployment, by Events API v2.",
		.method = "POST",
		.path = "/v2/change/enqueue",
		.host = HOST_EVENTS,
		.result = RESULT_WHOLE,
		.retry = RETRY_UNSENT,
		.shape = event_fit,
		.params = PARAMS(INTEGRATION_KEY("routing_key"), SUMMARY("Deployed web shop 4.2"),
			BODY("source", "payload/source", TYPE_STRING,
				"What was changed, or where, such as a host."),
			TIMESTAMP, CUSTOM_DETAILS, LINKS, IMAGES),
		.returns = "`{\"status\", \"message\"}`, as Events API v2 answers." },
	{ .name = "event.resolve",
		.summary = "Resolve an alert by Events API v2.",
		ENQUEUE("resolve"),
		.params = PARAMS(INTEGRATION_KEY("routing_key"),
			KEY_OF_OPEN("dedup_key", "the alert", "srv01/mysql")) },
	{ .name = "event.resolve_v1",
		.summary = "Resolve an incident by Events API v1.",
		CREATE_EVENT("resolve") },
	{ .name = "event.trigger",
		.summary =
			"Trigger an alert by Events API v2: page whoever is on call for a service.",
		ENQUEUE("trigger"),
		.make_key = true,
		.shape = event_fit,
		.params = PARAMS(INTEGRATION_KEY("routing_key"), SUMMARY("Disk full on db1"),
			BODY_REQUIRED("source", "payload/source", TYPE_STRING,
				"Where it happened: preferably a host's name.",
				"\"db1.example.com\""),
			{ .name = "severity",
				.wire = "payload/severity",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.required = true,
				.values = VALUES("critical", "error", "warning", "info"),
				.description = "How bad it is.",
				.example = "\"critical\"" },
			TIMESTAMP,
			BODY("component", "payload/component", TYPE_STRING,
				"Part of the source that is responsible, such as mysql."),
			BODY("group", "payload/group", TYPE_STRING,
				"Group that the component belongs to, such as prod-data."),
			BODY("class", "payload/class", TYPE_STRING, "Kind of event, such as disk."),
			CUSTOM_DETAILS,
			{ .name = "dedup_key",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.filled = true,
				.most = 255,
				.description =
					"Key by which the same problem is known again: while its alert is open, no other is opened. Made when it is not given, and returned." },
			LINKS, IMAGES,
			BODY("client", NULL, TYPE_STRING,
				"Name of the system that reports the problem."),
			BODY("client_url", NULL, TYPE_STRING,
				"Address of that system, for a link.")) },
};

TABLE(event);
