package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.util.List;

/**
 * What a host has set up before: the schema in a version that this release works with, and each role that is entered later on. What is
 * missing is told when the store is built, and not by the first usage or billing run.
 *
 * @param database where it is
 * @param version the version of the schema that this release works with
 */
record SetUp(Database database, int version) {

    private static final List<String> ROLES =
            List.of("phoneunite_app", "phoneunite_runner", "phoneunite_biller", "phoneunite_meter");

    private static final String WHERE_WE_ARE =
            "SELECT current_database()::text AS database, session_user::text AS login";
    private static final String VERSION = "SELECT coalesce(max(version), 0) AS version FROM phoneunite.schema_version";

    private static final String OPEN = """
        SELECT has_schema_privilege(oid, 'USAGE') AND NOT EXISTS (SELECT FROM pg_proc
                WHERE pronamespace = space.oid AND proname IN ('post_usage', 'post_usages', 'post_usages_of_account')
                    AND NOT has_function_privilege(pg_proc.oid, 'EXECUTE')) AS open
        FROM pg_namespace space WHERE nspname = ?\
        """;

    /** Policies hold for who inherits a role, too: in one that inherits the others, much would be seen at each look. */
    private static final String INHERITED = """
        SELECT one || ' inherits ' || other AS who FROM unnest(ARRAY['phoneunite_app', 'phoneunite_runner']) AS one,
            unnest(?::text[]) AS other
        WHERE one <> other AND pg_has_role(one, other, 'USAGE') ORDER BY 1\
        """;

    /** A superuser is held by no policy, and neither is who may pass by them. */
    private static final String UNHELD = """
        SELECT rolname::text AS who FROM pg_roles WHERE rolname = ANY (?) AND (rolsuper OR rolbypassrls) ORDER BY 1\
        """;

    private static final String SWITCHED_OFF = """
        SELECT relname::text AS what FROM pg_class JOIN pg_namespace space ON space.oid = relnamespace
        WHERE nspname = ? AND NOT (relrowsecurity AND relforcerowsecurity)
            AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) ORDER BY 1\
        """;

    /** A database, and as whom we have come there. */
    private record Place(String database, String login) {}

    /**
     * Goes on where all of it is there.
     *
     * @throws PhoneUniteFault that says what is missing in which database
     */
    void require() {
        ROLES.forEach(
                role -> Database.repeating(() -> database.transaction(statements -> requireAs(role, statements))));
        Database.repeating(() -> database.transaction(this::requireAsLogin));
    }

    private Place requireAsLogin(Statements statements) {
        Place place = here(statements);
        requireOpen(place, statements);
        requireApart(place, statements);
        requireHeld(place, statements);
        return place;
    }

    /** Rule I1: row-level security holds each role, on each table that has policies. */
    private void requireHeld(Place place, Statements statements) {
        String[] roles = ROLES.toArray(String[]::new);
        statements.find(UNHELD, row -> row.text("who"), (Object) roles).ifPresent(who -> {
            throw new PhoneUniteFault("the role " + who + " in the database " + place.database()
                    + " is held by no policy: make it NOSUPERUSER NOBYPASSRLS");
        });
        statements
                .find(SWITCHED_OFF, row -> row.text("what"), database.schema().name())
                .ifPresent(what -> {
                    throw new PhoneUniteFault("row-level security is not forced on " + what + " in " + schemaIn(place)
                            + ": have the table ENABLE and FORCE it");
                });
    }

    private static void requireApart(Place place, Statements statements) {
        String[] roles = ROLES.toArray(String[]::new);
        statements.find(INHERITED, row -> row.text("who"), (Object) roles).ifPresent(who -> {
            throw new PhoneUniteFault("the role " + who + " in the database " + place.database()
                    + ", and would see what is for that one alone: make it NOINHERIT, and grant it anew");
        });
    }

    /** The functions of the schema are called by the login, in no role. */
    private void requireOpen(Place place, Statements statements) {
        boolean isOpen = statements
                .find(OPEN, row -> row.flag("open"), database.schema().name())
                .orElse(false);
        if (!isOpen) {
            throw new PhoneUniteFault(schemaIn(place) + " is closed to the login " + place.login()
                    + ": grant it USAGE of the schema, and EXECUTE of its functions");
        }
    }

    private static Place here(Statements statements) {
        return statements
                .find(WHERE_WE_ARE, row -> new Place(row.text("database"), row.text("login")))
                .orElseThrow();
    }

    private int requireAs(String role, Statements statements) {
        Place place = here(statements);
        enter(role, place, statements);
        int found = version(role, place, statements);
        if (found != version) {
            throw new PhoneUniteFault(schemaIn(place) + " has version " + found
                    + ", and this release works with version " + version
                    + ": run the migrations of this release, or the release of that schema");
        }
        return found;
    }

    private static void enter(String role, Place place, Statements statements) {
        try {
            statements.script("SET LOCAL ROLE " + role, row -> row);
        } catch (PostgresFault e) {
            if (e.isOfAMissingRole()) {
                throw missing("there is no role " + role + " for the database " + place.database(), e);
            }
            if (e.isOfAMissingRight()) {
                throw missing(
                        "the login " + place.login() + " may not enter the role " + role + " in the database "
                                + place.database(),
                        e);
            }
            throw e;
        }
    }

    private int version(String role, Place place, Statements statements) {
        try {
            return statements.find(VERSION, row -> row.number("version")).orElse(0);
        } catch (PostgresFault e) {
            if (e.isOfAMissingTable()) {
                throw missing(schemaIn(place) + " is not there, or is not of this library", e);
            }
            if (e.isOfAMissingRight()) {
                throw missing(schemaIn(place) + " is closed to the role " + role, e);
            }
            throw e;
        }
    }

    private String schemaIn(Place place) {
        return "the schema " + database.schema().name() + " in the database " + place.database();
    }

    private static PhoneUniteFault missing(String what, PostgresFault cause) {
        return new PhoneUniteFault(what + ": see \"Set-up\" in docs/postgresql.md", cause);
    }
}
