/* db_settings.h: how a connection to the register is set, and how its schema is brought up to date. */
#ifndef GRIFFIE_DB_SETTINGS_H
#define GRIFFIE_DB_SETTINGS_H

#include "db/db_gate.h"

#define SETTINGS_APPLICATION_ID 0x67726966 /* "grif" */

/* Sets what a connection must have, and reads each setting back. */
must_check enum status settings_apply(struct db *db, struct err *err);
/* Runs the migrations that the file lacks, in one transaction. `create`: the file is empty. E_INVALID when it is from a newer griffie. */
must_check enum status settings_migrate(struct db *db, bool create, struct err *err);
/* Functions that statements call: party_short. */
must_check enum status settings_functions(struct db *db, struct err *err);
/* Where the file cannot be written: tables of the connection for what calendars print, in place of those of the file. */
must_check enum status settings_shadow(struct db *db, struct err *err);
/* From here on no statement may change the schema, a setting or the journal's past. */
must_check enum status settings_lock(struct db *db, struct err *err);
/* E_DB with the first setting that is not as it must be. */
must_check enum status settings_check(struct db *db, struct err *err);

#endif
