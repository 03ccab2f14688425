/* SPDX-License-Identifier: Apache-2.0 */
/* The notes of an incident. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param note_id = PATH_ID_VALUE("note_id", KIND_NONE, "The note.", .example = "\"PWL7QXS\"");

static const struct operation rows[] = {
	{ .name = "incident.create_note",
	  .summary = "Add a note to an incident.",
	  CREATE("/incidents/{entity_id}/notes", "note"),
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("content", TYPE_STRING, "The note.", .required = true, .example = "\"Failed over to db2\"")),
	  .returns = "The note." },

	{ .name = "incident.delete_note",
	  .summary = "Delete a note of an incident.",
	  DELETE("/incidents/{entity_id}/notes/{note_id}"),
	  .params = PARAMS(&from_email, &incident_id, &note_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident.find_notes",
	  .summary = "List the notes of an incident.",
	  LIST("/incidents/{entity_id}/notes", "notes"),
	  .params = PARAMS(&incident_id),
	  .returns = "An array of notes." },

	{ .name = "incident.update_note",
	  .summary = "Change a note of an incident.",
	  UPDATE("/incidents/{entity_id}/notes/{note_id}", "note"),
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id, &note_id,
		BODY("content", TYPE_STRING, "New text of the note.",
			.required = true, .example = "\"Firefighters are on the scene. Update 1.\"")),
	  .returns = "The note." },
};
/* clang-format on */

TABLE(incident_note);
