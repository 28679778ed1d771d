package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.refusal.PhoneUniteFault;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema as the catalogue of the database tells it. */
class PostgresSchemaTest {

    private static final String OURS = " relnamespace = 'phoneunite'::regnamespace AND relkind = 'r'"
            + " AND relname NOT IN ('schema_version', 'flyway_schema_history') ";

    private static final String MIGRATION =
            PostgresStore.MIGRATIONS.replace("classpath:", "/") + "/V1__accounts_organizations_and_money.sql";

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void I1_everyTableHasRowLevelSecurityThatIsForced() throws SQLException {
        assertThat(database.names("SELECT relname FROM pg_class WHERE" + OURS
                        + "AND NOT (relrowsecurity AND relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void I1_noPolicyIsForEverybodyAndNoRoleOwnsATable() throws SQLException {
        assertThat(database.names(
                        "SELECT DISTINCT unnest(roles)::text FROM pg_policies WHERE schemaname = 'phoneunite'"))
                .containsExactlyInAnyOrder(
                        "phoneunite_app", "phoneunite_biller", "phoneunite_meter", "phoneunite_runner");
        assertThat(database.names("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) LIKE 'phoneunite%'"))
                .isEmpty();
        assertThat(database.names("""
            SELECT rolname FROM pg_roles
            WHERE rolname LIKE 'phoneunite%' AND (rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolinherit)\
            """)).isEmpty();
    }

    @Test
    void A1_everyUniqueKeyBeginsWithTheAccount() throws SQLException {
        assertThat(database.names("""
            SELECT relname FROM pg_class JOIN pg_index ON indrelid = pg_class.oid
            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
            WHERE indisunique AND attname <> 'account_id' AND\
            """ + OURS))
                .as("spans" + " accounts" + " by nature")
                .containsExactly("phone_number_holder");
    }

    @Test
    void A1_everyForeignKeyHoldsTheAccountOnBothSides() throws SQLException {
        assertThat(database.names("""
            SELECT conrelid::regclass::text || ' ' || conname FROM pg_constraint
            WHERE contype = 'f' AND connamespace = 'phoneunite'::regnamespace AND NOT EXISTS (
                SELECT FROM unnest(conkey, confkey) AS pair (here, there)
                JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = pair.here AND a.attname = 'account_id'
                JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = pair.there AND b.attname = 'account_id')\
            """)).isEmpty();
    }

    @Test
    void I3_whatAnOrganizationOwnsHasItInItsKey() throws SQLException {
        List<String> owned = database.names("""
            SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
            WHERE contype = 'f' AND confrelid = 'phoneunite.organization'::regclass AND cardinality(conkey) = 2\
            """);
        List<String> byAnotherKey = database.names("""
            SELECT conrelid::regclass::text FROM pg_constraint JOIN pg_attribute
                ON attrelid = conrelid AND attnum = conkey[2] AND attname <> 'organization_id'
            WHERE contype = 'p' AND connamespace = 'phoneunite'::regnamespace\
            """);
        assertThat(owned).hasSizeGreaterThan(10);
        assertThat(owned.stream().filter(byAnotherKey::contains))
                .as("facts of the account that are about an organization")
                .containsExactlyInAnyOrder("phoneunite.plan_exchange");
    }

    /** See docs/adr/0092: what an entry names without a foreign key is never deleted. */
    @Test
    void I3_whatIsAboutAnOrganizationWithoutAForeignKeyIsNamedAndTheOrganizationStays() throws SQLException {
        assertThat(database.names("""
            SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind = 'r' AND relnamespace = 'phoneunite'::regnamespace AND attname = 'organization_id'
                AND attrelid <> 'phoneunite.organization'::regclass
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = attrelid AND attnum = ANY (conkey))\
            """))
                .containsExactlyInAnyOrder("phoneunite.event", "phoneunite.ledger_entry", "phoneunite.sound_content");
        assertThat(database.names("""
            SELECT rolname || ' ' || name FROM pg_roles,
                unnest(ARRAY['account_head', 'account', 'organization']) AS name
            WHERE rolname LIKE 'phoneunite%' AND has_table_privilege(rolname, 'phoneunite.' || name, 'DELETE, TRUNCATE')\
            """)).isEmpty();
    }

    @Test
    void X1_everyTableSaysWhatItIsFor() throws SQLException {
        assertThat(database.names(
                        "SELECT relname FROM pg_class WHERE" + OURS + "AND obj_description(oid, 'pg_class') IS NULL"))
                .isEmpty();
    }

    @Test
    void X1_theSameFileMakesASchemaByAnotherNameWithoutFlyway() throws SQLException, IOException {
        database.execute("DROP SCHEMA IF EXISTS elsewhere CASCADE", "CREATE SCHEMA elsewhere", inSchema("elsewhere"));
        try {
            PostgresStore there =
                    PostgresStore.builder(database.host()).schema("elsewhere").build();
            assertThat(StoreStory.in(there).entries()).isNotEmpty();
            assertThat(database.names("SELECT count(*)::text FROM elsewhere.account"))
                    .containsExactly("1");
            assertThat(database.names("SELECT count(*)::text FROM phoneunite.account"))
                    .containsExactly("0");
            assertThat(Catalogue.of(database, "elsewhere"))
                    .as("what the file makes by itself, and what Flyway makes of it")
                    .isEqualTo(Catalogue.of(database, "phoneunite"))
                    .hasSizeGreaterThan(400);
        } finally {
            database.execute("DROP SCHEMA elsewhere CASCADE");
        }
    }

    private static String inSchema(String schema) throws IOException {
        return "SET search_path = " + schema + "; " + ModuleFiles.resource(MIGRATION) + "; RESET search_path";
    }

    @Test
    void X1_withoutItsSchemaThereIsNoStore() {
        assertThatThrownBy(() ->
                        PostgresStore.builder(database.host()).schema("nowhere").build())
                .isInstanceOf(PhoneUniteFault.class);
    }

    @Test
    void X1_aSchemaOfAnotherReleaseIsRefused() {
        database.execute("INSERT INTO phoneunite.schema_version (version) VALUES (1000)");
        try {
            assertThatThrownBy(() -> PostgresStore.on(database.host()))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining("version 1000");
        } finally {
            database.execute("DELETE FROM phoneunite.schema_version WHERE version = 1000");
        }
    }
}
