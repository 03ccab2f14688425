/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"
#include "peer.h"
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#define EVENTS_V1 "/generic/2010-04-15/create_event.json"
#define SERVICE_KEY "5a4db0c0000000000000000000000001"
#define ROUTING_KEY "5a4db0c0000000000000000000000002"

static const char *program;
static char config[] = "/tmp/test_sandbox.XXXXXX";

#define is(value, pointer, expected) assert_string_equal(peer_text(value, pointer), expected)

/* Copies an id from a reply, which is valid only until the next request. */
struct id {
	char text[64];
};

static struct id keep(struct json_object *value, const char *pointer)
{
	struct id id;

	(void)snprintf(id.text, sizeof(id.text), "%s", peer_text(value, pointer));
	assert_string_not_equal(id.text, "");
	return id;
}

/* Makes a path or a body with ids for one request. */
static PRINTF(1, 2) const char *fill(const char *format, ...)
{
	static char made[2][512];
	static int turn;
	va_list arguments;

	turn = !turn;
	va_start(arguments, format);
	(void)vsnprintf(made[turn], sizeof(made[turn]), format, arguments);
	va_end(arguments);
	return made[turn];
}

static size_t count(struct json_object *value, const char *pointer)
{
	struct json_object *found = NULL;

	assert_int_equal(json_pointer_get(value, pointer, &found), 0);
	return json_object_array_length(found);
}

/* Creates an incident by REST on a service. */
static struct id open_incident(const char *title)
{
	char body[512];

	(void)snprintf(body, sizeof(body),
		"{'incident':{'type':'incident','title':'%s','service':{'id':'PSHOP01','type':"
		"'service_reference'}}}",
		title);
	return keep(peer_ask(201, "POST", "/incidents", body), "/incident/id");
}

static void test_life(void **state)
{
	static const char event[] = "{'service_key':'" SERVICE_KEY "','event_type':'%s',"
				    "'incident_key':'disk','description':'Disk full'}";
	static const char put[] = "{'incident':{'type':'incident','status':'%s'}}";
	struct json_object *reply;
	struct id first, second;

	(void)state;
	reply = peer_ask(200, "POST", EVENTS_V1, fill(event, "trigger"));
	is(reply, "/status", "success");
	is(reply, "/incident_key", "disk");
	/* The same key again gives the same incident. */
	(void)peer_ask(200, "POST", EVENTS_V1, fill(event, "trigger"));
	reply = peer_ask(200, "GET", "/incidents?incident_key=disk", NULL);
	assert_int_equal(count(reply, "/incidents"), 1);
	is(reply, "/incidents/0/status", "triggered");
	is(reply, "/incidents/0/assignments/0/assignee/id", "PANA001");
	is(reply, "/incidents/0/alert_counts/triggered", "1");
	first = keep(reply, "/incidents/0/id");
	reply = peer_ask(200, "PUT", fill("/incidents/%s", first.text), fill(put, "acknowledged"));
	is(reply, "/incident/status", "acknowledged");
	is(reply, "/incident/acknowledgements/0/acknowledger/summary", "Ana");
	reply = peer_ask(400, "PUT", fill("/incidents/%s", first.text), fill(put, "acknowledged"));
	is(reply, "/error/code", "1002");
	reply = peer_ask(400, "PUT", fill("/incidents/%s", first.text), fill(put, "gone"));
	is(reply, "/error/code", "1003");
	(void)peer_ask(200, "POST", EVENTS_V1, fill(event, "resolve"));
	reply = peer_ask(200, "GET", fill("/incidents/%s", first.text), NULL);
	is(reply, "/incident/status", "resolved");
	is(reply, "/incident/alert_counts/resolved", "1");
	assert_int_equal(count(reply, "/incident/assignments"), 0);
	reply = peer_ask(400, "PUT", fill("/incidents/%s", first.text), fill(put, "resolved"));
	is(reply, "/error/code", "1001");
	/* The same key after it was resolved gives another incident. */
	(void)peer_ask(200, "POST", EVENTS_V1, fill(event, "trigger"));
	reply = peer_ask(200, "GET", "/incidents?incident_key=disk&statuses[]=triggered", NULL);
	assert_int_equal(count(reply, "/incidents"), 1);
	second = keep(reply, "/incidents/0/id");
	assert_string_not_equal(first.text, second.text);
	/* By REST a resolved incident can be opened again, as the specification says. */
	reply = peer_ask(200, "PUT", fill("/incidents/%s", first.text), fill(put, "triggered"));
	is(reply, "/incident/status", "triggered");
	reply = peer_ask(200, "GET", fill("/incidents/%s/log_entries", first.text), NULL);
	is(reply, "/log_entries/0/type", "assign_log_entry");
	is(reply, "/log_entries/1/type", "notify_log_entry");
	is(reply, "/log_entries/2/type", "trigger_log_entry");
	is(reply, "/log_entries/3/type", "resolve_log_entry");
	is(reply, "/log_entries/4/type", "acknowledge_log_entry");
}

static void test_events_v2(void **state)
{
	static const char trigger[] = "{'routing_key':'" ROUTING_KEY "','event_action':'trigger',"
				      "'payload':{'summary':'Hot','source':'db1','severity':'%s',"
				      "'custom_details':{'a':1}}}";
	static const char move[] = "{'routing_key':'" ROUTING_KEY "','event_action':'%s',"
				   "'dedup_key':'%s'}";
	struct json_object *reply = peer_ask(202, "POST", "/v2/enqueue", fill(trigger, "info"));
	struct id key = keep(reply, "/dedup_key"), incident;

	(void)state;
	reply = peer_ask(200, "GET", fill("/incidents?incident_key=%s", key.text), NULL);
	incident = keep(reply, "/incidents/0/id");
	reply = peer_ask(200, "GET", fill("/incidents/%s/alerts", incident.text), NULL);
	is(reply, "/alerts/0/alert_key", key.text);
	is(reply, "/alerts/0/severity", "info");
	is(reply, "/alerts/0/body/details/a", "1");
	(void)peer_ask(202, "POST", "/v2/enqueue", fill(move, "acknowledge", key.text));
	reply = peer_ask(200, "GET", fill("/incidents/%s", incident.text), NULL);
	is(reply, "/incident/status", "acknowledged");
	(void)peer_ask(202, "POST", "/v2/enqueue", fill(move, "resolve", key.text));
	reply = peer_ask(200, "GET", fill("/incidents/%s", incident.text), NULL);
	is(reply, "/incident/status", "resolved");
	(void)peer_ask(202, "POST", "/v2/enqueue", fill(move, "resolve", "no-such-key"));
	reply = peer_ask(202, "POST", "/v2/change/enqueue",
		"{'routing_key':'" ROUTING_KEY "','payload':{'summary':'Deployed'}}");
	is(reply, "/status", "success");
	reply = peer_ask(400, "POST", "/v2/enqueue", fill(move, "resolve", ""));
	is(reply, "/status", "invalid event");
	is(reply, "/errors/0", "'dedup_key' is missing or blank");
	(void)peer_ask(400, "POST", "/v2/enqueue", fill(trigger, "dreadful"));
	(void)peer_ask(400, "POST", "/v2/enqueue", fill(move, "dance", "k"));
	(void)peer_ask(
		400, "POST", "/v2/enqueue", "{'routing_key':'nobody','event_action':'trigger'}");
	(void)peer_ask_raw(400, "POST", "/v2/enqueue", "{", 1);
	(void)peer_ask(400, "POST", "/v2/enqueue", "['routing_key']");
}

static void test_refusals(void **state)
{
	static const char incident[] = "{'incident':{'type':'incident','title':'T','service':"
				       "{'id':'PDBASE1','type':'service_reference'}}}";
	const char *authorization = peer_authorization, *from = peer_from;
	struct json_object *reply;

	(void)state;
	for (int i = 0; i < 2; i++) {
		peer_authorization = i ? "Authorization: Token token=wrong" : NULL;
		reply = peer_ask(401, "GET", "/incidents", NULL);
		is(reply, "/error/code", "2006");
		is(reply, "/error/message", "Access Denied");
		(void)peer_ask(401, "GET", "/users/PANA001", NULL);
		(void)peer_ask(401, "GET", "/nothing", NULL);
	}
	peer_authorization = authorization;
	peer_from = NULL;
	is(peer_ask(400, "POST", "/incidents", incident), "/error/code", "2016");
	is(peer_ask(400, "POST", "/users", "{'user':{}}"), "/error/code", "2016");
	is(peer_ask(201, "POST", "/teams", "{'team':{'type':'team','name':'No From'}}"),
		"/team/name", "No From");
	peer_from = "From: nobody@example.com";
	is(peer_ask(400, "POST", "/incidents", incident), "/error/code", "1008");
	peer_from = from;
	is(peer_ask(404, "GET", "/incidents/PNOPE", NULL), "/error/code", "2100");
	is(peer_ask(404, "GET", "/users/PNOPE", NULL), "/error/message", "Not Found");
	(void)peer_ask(404, "GET", "/users/PNOPE/contact_methods", NULL);
	(void)peer_ask(404, "GET", "/nothing", NULL);
	(void)peer_ask(405, "DELETE", "/incidents", NULL);
	(void)peer_ask(405, "POST", "/log_entries", "{}");
	reply = peer_ask(400, "POST", "/incidents", "{'incident':{'type':'incident'}}");
	is(reply, "/error/code", "2001");
	is(reply, "/error/message", "Invalid Input Provided");
	is(reply, "/error/errors/0", "Title cannot be empty.");
	(void)peer_ask(400, "POST", "/teams", "{'team':{'type':'team'}}");
	(void)peer_ask(400, "POST", "/teams", "{'type':'team','name':'No wrapper'}");
	(void)peer_ask_raw(400, "POST", "/teams", "{\"team\":", 8);
	(void)peer_ask(400, "POST", "/teams", "[]");
	(void)peer_ask(400, "GET", "/incidents?statuses[]=[triggered", NULL);
	(void)peer_ask(400, "GET", "/incidents?since=yesterday", NULL);
	assert_non_null(peer_header("X-Request-Id"));
	assert_non_null(peer_header("ratelimit-remaining"));
}

static void test_pages(void **state)
{
	struct json_object *reply;

	(void)state;
	for (int i = 0; i < 120; i++) {
		char number[8];

		(void)snprintf(number, sizeof(number), "%03d", i);
		(void)peer_ask(201, "POST", "/teams",
			fill("{'team':{'type':'team','name':'Page %s'}}", number));
	}
	reply = peer_ask(200, "GET", "/teams?query=page", NULL);
	assert_int_equal(count(reply, "/teams"), 25);
	is(reply, "/more", "true");
	is(reply, "/total", "");
	reply = peer_ask(200, "GET", "/teams?query=page&limit=1000&total=true", NULL);
	assert_int_equal(count(reply, "/teams"), 100);
	is(reply, "/limit", "100");
	is(reply, "/total", "120");
	reply = peer_ask(200, "GET", "/teams?query=page&limit=100&offset=100", NULL);
	assert_int_equal(count(reply, "/teams"), 20);
	is(reply, "/teams/0/name", "Page 100");
	is(reply, "/more", "false");
	(void)peer_ask(200, "GET", "/teams?limit=100&offset=9900", NULL);
	(void)peer_ask(400, "GET", "/teams?limit=100&offset=9901", NULL);
	(void)peer_ask(
		400, "GET", "/teams?limit=9223372036854775807&offset=9223372036854775807", NULL);
	(void)peer_ask(400, "GET", "/teams?limit=0", NULL);
	(void)peer_ask(400, "GET", "/teams?offset=-1", NULL);
	(void)peer_ask(400, "GET", "/teams?limit=many", NULL);
}

static void test_incidents(void **state)
{
	struct id one = open_incident("One"), two = open_incident("Two"), number;
	struct json_object *reply;

	(void)state;
	reply = peer_ask(200, "GET", fill("/incidents/%s", one.text), NULL);
	number = keep(reply, "/incident/incident_number");
	reply = peer_ask(200, "GET", fill("/incidents/%s", number.text), NULL);
	is(reply, "/incident/id", one.text);
	(void)peer_ask(404, "PUT", fill("/incidents/%s", number.text),
		"{'incident':{'type':'incident','status':'resolved'}}");
	reply = peer_ask(200, "PUT", fill("/incidents/%s", one.text),
		"{'incident':{'type':'incident','title':'Uno','urgency':'low','assignments':"
		"[{'assignee':{'id':'PBOB001','type':'user_reference'}}]}}");
	is(reply, "/incident/assignments/0/assignee/summary", "Bob");
	is(reply, "/incident/title", "Uno");
	reply = peer_ask(200, "GET", "/incidents?urgencies[]=low&user_ids[]=PBOB001", NULL);
	assert_int_equal(count(reply, "/incidents"), 1);
	(void)peer_ask(400, "PUT", fill("/incidents/%s", one.text),
		"{'incident':{'type':'incident','status':'resolved','assignments':"
		"[{'assignee':{'id':'PNOPE','type':'user_reference'}}]}}");
	/* A refused change changes nothing. */
	reply = peer_ask(200, "GET", fill("/incidents/%s", one.text), NULL);
	is(reply, "/incident/status", "triggered");
	reply = peer_ask(
		200, "POST", fill("/incidents/%s/notes", one.text), "{'note':{'content':'On it'}}");
	is(reply, "/note/user/summary", "Ana");
	reply = peer_ask(200, "GET", fill("/incidents/%s/notes", number.text), NULL);
	is(reply, "/notes/0/content", "On it");
	(void)peer_ask(400, "POST", fill("/incidents/%s/notes", one.text), "{'note':{}}");
	reply = peer_ask(200, "PUT", fill("/incidents/%s/merge", one.text),
		fill("{'source_incidents':[{'id':'%s','type':'incident_reference'}]}", two.text));
	is(reply, "/incident/id", one.text);
	reply = peer_ask(200, "GET", fill("/incidents/%s", two.text), NULL);
	is(reply, "/incident/status", "resolved");
	is(reply, "/incident/resolve_reason/incident/id", one.text);
	reply = peer_ask(200, "PUT", "/incidents",
		fill("{'incidents':[{'id':'%s','type':'incident_reference','status':'resolved'}]}",
			one.text));
	is(reply, "/incidents/0/status", "resolved");
	is(peer_ask(400, "POST", fill("/incidents/%s/snooze", one.text), "{'duration':60}"),
		"/error/code", "1001");
}

static void test_snooze(void **state)
{
	struct id id = open_incident("Sleepy");
	char path[128];

	(void)state;
	(void)snprintf(path, sizeof(path), "/incidents/%s/snooze", id.text);
	is(peer_ask(400, "POST", path, "{'duration':0}"), "/error/code", "1013");
	is(peer_ask(201, "POST", path, "{'duration':1}"), "/incident/status", "acknowledged");
	/* Wait for the end of a second, and one second more because times have no fractions. */
	(void)sleep(2);
	is(peer_ask(200, "GET", fill("/incidents/%s", id.text), NULL), "/incident/status",
		"triggered");
}

static void test_open_key(void **state)
{
	static const char body[] =
		"{'incident':{'type':'incident','title':'T','incident_key':'mine',"
		"'service':{'id':'PDBASE1','type':'service_reference'}}}";
	struct json_object *reply;

	(void)state;
	(void)peer_ask(201, "POST", "/incidents", body);
	reply = peer_ask(400, "POST", "/incidents", body);
	is(reply, "/error/errors/0",
		"Open incident with matching dedup key already exists on this service");
}

static void test_user(void **state)
{
	struct json_object *reply = peer_ask(201, "POST", "/users",
		"{'user':{'type':'user','name':'Cleo','email':'cleo@example.com','id':'PANA001'}}");
	struct id user = keep(reply, "/user/id"), method;

	(void)state;
	assert_string_not_equal(user.text, "PANA001");
	reply = peer_ask(201, "POST", fill("/users/%s/contact_methods", user.text),
		"{'contact_method':{'type':'email_contact_method','label':'Work','address':"
		"'cleo@example.com'}}");
	is(reply, "/contact_method/type", "email_contact_method");
	method = keep(reply, "/contact_method/id");
	reply = peer_ask(201, "POST", fill("/users/%s/notification_rules", user.text),
		fill("{'notification_rule':{'type':'assignment_notification_rule',"
		     "'start_delay_in_minutes':0,'urgency':'high','contact_method':{'id':'%s',"
		     "'type':'email_contact_method_reference'}}}",
			method.text));
	is(reply, "/notification_rule/contact_method/summary", "Work");
	reply = peer_ask(200, "GET", fill("/users/%s", user.text), NULL);
	is(reply, "/user/contact_methods/0/type", "email_contact_method_reference");
	is(reply, "/user/contact_methods/0/address", "");
	reply = peer_ask(200, "GET", fill("/users/%s?include[]=contact_methods", user.text), NULL);
	is(reply, "/user/contact_methods/0/address", "cleo@example.com");
	/* A contact method of another user is not found under this user. */
	(void)peer_ask(404, "GET", fill("/users/PBOB001/contact_methods/%s", method.text), NULL);
	(void)peer_ask(
		200, "GET", fill("/users/%s/contact_methods/%s", user.text, method.text), NULL);
	(void)peer_ask(
		204, "DELETE", fill("/users/%s/contact_methods/%s", user.text, method.text), NULL);
	reply = peer_ask(200, "GET", fill("/users/%s/contact_methods", user.text), NULL);
	assert_int_equal(count(reply, "/contact_methods"), 0);
	(void)peer_ask(
		204, "PUT", fill("/teams/PTEAM01/users/%s", user.text), "{'role':'responder'}");
	(void)peer_ask(204, "PUT", fill("/teams/PTEAM01/users/%s", user.text), NULL);
	reply = peer_ask(200, "GET", "/teams/PTEAM01/members", NULL);
	assert_int_equal(count(reply, "/members"), 1);
	is(reply, "/members/0/user/id", user.text);
	(void)peer_ask(204, "DELETE", fill("/teams/PTEAM01/users/%s", user.text), NULL);
	(void)peer_ask(404, "DELETE", fill("/teams/PTEAM01/users/%s", user.text), NULL);
	(void)peer_ask(204, "DELETE", fill("/users/%s", user.text), NULL);
	(void)peer_ask(404, "GET", fill("/users/%s", user.text), NULL);
}

static void test_service(void **state)
{
	struct json_object *reply = peer_ask(201, "POST", "/services",
		"{'service':{'type':'service','name':'Cache','escalation_policy':{'id':'PPOLICY',"
		"'type':'escalation_policy_reference'}}}");
	struct id service = keep(reply, "/service/id"), key;

	(void)state;
	is(reply, "/service/escalation_policy/summary", "Operations first");
	(void)peer_ask(400, "POST", "/services",
		"{'service':{'type':'service','name':'Lost','escalation_policy':{'id':'PNOPE',"
		"'type':'escalation_policy_reference'}}}");
	reply = peer_ask(201, "POST", fill("/services/%s/integrations", service.text),
		"{'integration':{'type':'events_api_v2_inbound_integration','name':'Probe'}}");
	key = keep(reply, "/integration/integration_key");
	reply = peer_ask(
		200, "GET", fill("/services/%s?include[]=integrations", service.text), NULL);
	is(reply, "/service/integrations/0/name", "Probe");
	(void)peer_ask(202, "POST", "/v2/enqueue",
		fill("{'routing_key':'%s','event_action':'trigger','payload':{'summary':'Full',"
		     "'source':'c1','severity':'error'}}",
			key.text));
	reply = peer_ask(200, "GET", fill("/incidents?service_ids[]=%s", service.text), NULL);
	assert_int_equal(count(reply, "/incidents"), 1);
	is(reply, "/incidents/0/title", "Full");
	(void)peer_ask(200, "GET", "/services/PDBASE1/integrations/PINTEG1", NULL);
	(void)peer_ask(404, "GET", "/services/PSHOP01/integrations/PINTEG1", NULL);
	reply = peer_ask(200, "PUT", fill("/services/%s", service.text),
		"{'service':{'type':'service','name':'Big cache'}}");
	is(reply, "/service/summary", "Big cache");
	(void)peer_ask(204, "DELETE", fill("/services/%s", service.text), NULL);
	(void)peer_ask(404, "GET", fill("/services/%s", service.text), NULL);
}

static void test_who_and_when(void **state)
{
	static const char window[] =
		"{'maintenance_window':{'type':'maintenance_window',"
		"'start_time':'%s','end_time':'%s','services':[{'id':'PSHOP01',"
		"'type':'service_reference'}]}}";
	struct json_object *reply = peer_ask(200, "GET", "/oncalls", NULL);
	struct id id;

	(void)state;
	is(reply, "/oncalls/0/user/id", "PANA001");
	is(reply, "/oncalls/1/schedule/id", "PSCHED1");
	is(reply, "/oncalls/1/user/id", "PBOB001");
	reply = peer_ask(200, "GET", "/oncalls?schedule_ids[]=PSCHED1&include[]=users", NULL);
	assert_int_equal(count(reply, "/oncalls"), 1);
	is(reply, "/oncalls/0/user/email", "bob@example.com");
	reply = peer_ask(200, "GET", "/schedules/PSCHED1/users", NULL);
	is(reply, "/users/0/name", "Bob");
	is(peer_ask(400, "GET", "/notifications", NULL), "/error/code", "2003");
	(void)open_incident("Ring");
	reply = peer_ask(200, "GET",
		"/notifications?since=2020-01-01&until=2099-01-01&filter=email_notification", NULL);
	is(reply, "/notifications/0/address", "ana@example.com");
	reply = peer_ask(200, "GET", "/notifications?since=2020-01-01&until=2020-02-01", NULL);
	assert_int_equal(count(reply, "/notifications"), 0);
	reply = peer_ask(201, "POST", "/maintenance_windows",
		fill(window, "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"));
	id = keep(reply, "/maintenance_window/id");
	is(peer_ask(405, "DELETE", fill("/maintenance_windows/%s", id.text), NULL), "/error/code",
		"5003");
	reply = peer_ask(201, "POST", "/maintenance_windows",
		fill(window, "2020-01-01T00:00:00Z", "2099-01-02T00:00:00Z"));
	id = keep(reply, "/maintenance_window/id");
	reply = peer_ask(
		200, "GET", "/maintenance_windows?filter=ongoing&service_ids[]=PSHOP01", NULL);
	assert_int_equal(count(reply, "/maintenance_windows"), 1);
	(void)peer_ask(204, "DELETE", fill("/maintenance_windows/%s", id.text), NULL);
}

static void test_hostile_text(void **state)
{
	static const char text[] = "\"quotes\" 'and' \\ $(touch /tmp/x) `id` {{ x }} \n\t \xc3\xa9 "
				   "\xf0\x9f\x94\xa5 ";
	struct text title = TEXT(TEXT_ANY);
	struct json_object *event = json_object_new_object(), *reply;
	const char *sent;

	(void)state;
	while (title.len < 100000)
		(void)text_add(&title, text);
	json_object_object_add(event, "service_key", json_object_new_string(SERVICE_KEY));
	json_object_object_add(event, "event_type", json_object_new_string("trigger"));
	json_object_object_add(event, "incident_key", json_object_new_string("hostile"));
	json_object_object_add(event, "description", json_object_new_string(text_string(&title)));
	sent = json_object_to_json_string(event);
	(void)peer_ask_raw(200, "POST", EVENTS_V1, sent, strlen(sent));
	reply = peer_ask(200, "GET", "/incidents?incident_key=hostile", NULL);
	is(reply, "/incidents/0/title", text_string(&title));
	json_object_put(event);
	text_done(&title);
}

static void test_strange_input(void **state)
{
	static char large[(4 << 20) + 2];

	(void)state;
	memset(large, ' ', sizeof(large));
	(void)peer_ask_raw(413, "POST", "/teams", large, sizeof(large));
	/* Members of a wrong type are refused. */
	(void)peer_ask(201, "POST", "/escalation_policies",
		"{'escalation_policy':{'type':'escalation_policy','name':'Odd',"
		"'escalation_rules':'none','teams':7}}");
	(void)peer_ask(201, "POST", "/escalation_policies",
		"{'escalation_policy':{'type':'escalation_policy','name':'Odder',"
		"'escalation_rules':[1,{'targets':2},{'targets':[null,{'id':3,'type':4}]}]}}");
	(void)peer_ask(200, "GET", "/oncalls", NULL);
	(void)peer_ask(400, "POST", "/incidents", "{'incident':7}");
	(void)peer_ask(400, "POST", "/incidents", "{'incident':{'title':{},'service':[]}}");
	(void)peer_ask(400, "PUT", "/incidents", "{'incidents':[]}");
	(void)peer_ask(404, "GET", "/users/../incidents", NULL);
	(void)peer_ask(404, "GET", "/users/PANA001/contact_methods/x/y", NULL);
	(void)peer_ask(200, "GET", "/users?query&include[]&=&[]=", NULL);
	(void)peer_ask(
		200, "GET", "/escalation_policies?include[]=targets&user_ids[]=PANA001", NULL);
}

/* The configuration that it wrote contains its address. */
static void test_config(void **state)
{
	FILE *file = fopen(config, "r");
	char text[1024] = "";

	(void)state;
	if (!file)
		fail_msg("%s cannot be read", config);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	(void)fclose(file);
	assert_non_null(strstr(text, "\napi_url: \"http://127.0.0.1:"));
	assert_non_null(strstr(text, "\nservice_key: \"" SERVICE_KEY "\"\n"));
	assert_non_null(strstr(text, "\nrouting_key: \"" ROUTING_KEY "\"\n"));
	assert_non_null(strstr(text, "\nfrom_email: \"ana@example.com\"\n"));
}

static int start(void **state)
{
	(void)state;
	peer_open(program, config);
	return 0;
}

/* With sanitizers this also shows whether it leaked memory. */
static void test_end(void **state)
{
	(void)state;
	assert_int_equal(peer_close(SIGTERM), 0);
	peer_open(program, config);
	assert_int_equal(peer_close(SIGINT), 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_config, start),
		cmocka_unit_test(test_life),
		cmocka_unit_test(test_events_v2),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_incidents),
		cmocka_unit_test(test_snooze),
		cmocka_unit_test(test_open_key),
		cmocka_unit_test(test_user),
		cmocka_unit_test(test_service),
		cmocka_unit_test(test_who_and_when),
		cmocka_unit_test(test_hostile_text),
		cmocka_unit_test(test_strange_input),
		cmocka_unit_test(test_end),
	};
	int descriptor = mkstemp(config), failed;

	if (argc != 2 || descriptor < 0)
		return 2;
	(void)close(descriptor);
	program = argv[1];
	failed = cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
	(void)unlink(config);
	return failed;
}
