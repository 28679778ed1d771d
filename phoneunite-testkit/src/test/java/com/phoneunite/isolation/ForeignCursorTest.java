package com.phoneunite.isolation;

import static com.phoneunite.telephony.Destination.hangUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Menu;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rule I2 for cursors, which are ids, too: a page that begins behind a thing of another organization is the page that begins behind the
 * id next to it, which nothing has.
 */
class ForeignCursorTest {

    /** What in a request for a page is a cursor. */
    static final String CURSOR = "PageRequest.after";

    /** What the owner alone may list, of the whole account, and behind a number: what is counted belongs to no organization. */
    private static final Set<String> COUNTED =
            Set.of("AccountBilling.entries(PageRequest)", "AccountStatements.sections(YearMonth, PageRequest)");

    /** What the owner alone may list, of the whole account. */
    private static final Set<String> OF_THE_OWNER =
            Set.of("AccountUsers.list(PageRequest)", "AccountBilling.recharges(PageRequest)");

    /** A cursor of charges is their name, for a number would count those of other organizations; there is none next to it. */
    private static final String CHARGES = "AccountBilling.charges(OrganizationId, PageRequest)";

    private record Caller(Rig rig, UserSession owner, UserSession administrator, OrganizationId organization) {

        OrganizationWorkspace workspace() {
            return administrator.switchTo(organization);
        }
    }

    @FunctionalInterface
    private interface Listing {
        Page<?> read(Caller caller, PageRequest page);
    }

    private static final Map<String, Listing> LISTINGS = listings();

    private static Map<String, Listing> listings() {
        Map<String, Listing> all = new LinkedHashMap<>();
        all.put(
                "UserSession.organizations(PageRequest)",
                (caller, page) -> caller.administrator().organizations(page));
        all.put(
                "AccountBilling.page(PageRequest)",
                (caller, page) -> caller.rig()
                        .billing
                        .of(caller.administrator())
                        .page(page)
                        .organizations());
        all.put(
                "AccountUsers.list(PageRequest)",
                (caller, page) -> caller.owner().users().list(page));
        all.put(
                "AccountBilling.recharges(PageRequest)",
                (caller, page) -> caller.rig().billing.of(caller.owner()).recharges(page));
        all.put(
                "Administrators.list(PageRequest)",
                (caller, page) -> caller.workspace().administrators().list(page));
        all.put(
                "Members.list(PageRequest)",
                (caller, page) -> caller.workspace().members().list(page));
        all.put(
                "Invitations.list(PageRequest)",
                (caller, page) -> caller.workspace().invitations().list(page));
        all.put(
                "People.list(PageRequest)",
                (caller, page) -> caller.workspace().people().list(page));
        all.put(
                "PhoneNumbers.list(PageRequest)",
                (caller, page) -> caller.workspace().phoneNumbers().list(page));
        all.put(
                "CallTrees.list(PageRequest)",
                (caller, page) -> caller.workspace().callTrees().list(page));
        all.put(
                "Sounds.list(PageRequest)",
                (caller, page) -> caller.workspace().sounds().list(page));
        all.put(
                "Resources.list(PageRequest)",
                (caller, page) -> caller.workspace().resources(Rig.RING_GROUPS).list(page));
        return all;
    }

    private final Rig rig = new Rig();
    private final UserSession owner = owner("Here", "owner@example.com");
    private final UserSession stranger = owner("Far", "stranger@example.com");
    private final Caller here = caller(owner, Rig.first(owner), "here@example.com", 10);
    private final Caller near =
            caller(owner, owner.addOrganization("Near", "standard").id(), "near@example.com", 30);
    private final Caller far = caller(stranger, Rig.first(stranger), "far@example.com", 50);

    ForeignCursorTest() {
        populate(here, 70);
        for (Caller caller : List.of(here, near, far)) {
            rig.clock.advance(Duration.ofSeconds(1));
            OrganizationId further = caller.owner()
                    .addOrganization("Further " + caller.organization(), "standard")
                    .id();
            caller.owner()
                    .switchTo(further)
                    .administrators()
                    .add(caller.administrator().user());
        }
    }

    private UserSession owner(String organization, String email) {
        rig.clock.advance(Duration.ofSeconds(1));
        return rig.owner(organization, email, "1000.00");
    }

    private Caller caller(UserSession by, OrganizationId organization, String email, int number) {
        rig.clock.advance(Duration.ofSeconds(1));
        UserSession administrator = rig.user(by, email);
        by.switchTo(organization).administrators().add(administrator.user());
        Caller caller = new Caller(rig, by, administrator, organization);
        populate(caller, number);
        populate(caller, number + 2);
        return caller;
    }

    private void populate(Caller caller, int number) {
        rig.clock.advance(Duration.ofSeconds(1));
        OrganizationWorkspace there = caller.owner().switchTo(caller.organization());
        UserSession user = rig.user(caller.owner(), "user" + number + "@example.com");
        rig.billing.of(caller.owner()).recharge("key" + number, Rig.usd("20.00"));
        there.administrators().add(user.user());
        there.members().add(user.user(), String.valueOf(number));
        there.invitations().inviteAdministrator("invited" + number + "@example.com");
        there.phoneNumbers().add("+120255501" + number);
        there.callTrees()
                .save(CallTree.named("Tree " + number)
                        .menu("main", Menu.saying("Hello").otherwise(hangUp())));
        there.sounds().add("Sound " + number, Rig.wav(number));
        there.resources(Rig.RING_GROUPS)
                .add("Group " + number, RingGroup.of(ResourceRef.extension(new Extension(String.valueOf(number)))));
    }

    /** Ids and numbers end with a digit; the one next to it differs in that. */
    private static String neighbour(String cursor) {
        int last = Character.digit(cursor.charAt(cursor.length() - 1), 16);
        return cursor.substring(0, cursor.length() - 1) + Character.forDigit(last ^ 1, 16);
    }

    /** Of the last item but one, for the first may be the owner, whom both organizations have. */
    private static String lastCursor(Listing listing, Caller caller) {
        int size = listing.read(caller, PageRequest.first(100)).items().size();
        return listing.read(caller, PageRequest.first(size - 1)).next().orElseThrow();
    }

    @Test
    void I2_everyListIsTriedWithForeignCursors() {
        Set<String> lists = Doors.OF_USERS.stream()
                .flatMap(Doors::methods)
                .filter(method -> IdsIn.of(method).contains(CURSOR))
                .map(Doors::name)
                .filter(name -> !COUNTED.contains(name) && !name.equals(CHARGES))
                .collect(Collectors.toSet());
        assertThat(LISTINGS.keySet()).isEqualTo(lists);
    }

    @Test
    void I2_aForeignCursorIsAnsweredForLikeOneThatNoPageEndedWith() {
        LISTINGS.forEach((name, listing) -> {
            Page<?> all = listing.read(here, PageRequest.first(100));
            for (Caller foreign : OF_THE_OWNER.contains(name) ? List.of(far) : List.of(near, far)) {
                String cursor = lastCursor(listing, foreign);
                Page<?> behind = listing.read(here, PageRequest.first(100).after(cursor));
                assertThat(behind)
                        .as(name)
                        .isEqualTo(listing.read(here, PageRequest.first(100).after(neighbour(cursor))));
                assertThat(behind.items()).as(name).isNotEmpty();
                assertThat(behind.items())
                        .as(name)
                        .hasSizeLessThan(all.items().size())
                        .allMatch(all.items()::contains);
            }
        });
    }

    @Test
    void I2_aCursorOfForeignChargesIsRefusedLikeOneThatNoPageEndedWith() {
        Caller charged =
                caller(owner, owner.addOrganization("Charged", "standard").id(), "charged@example.com", 80);
        for (Caller one : List.of(charged, near, far)) {
            rig.billing
                    .actingAs("meter")
                    .deductUsage(Usage.of(
                            one.owner().accountId(),
                            one.organization(),
                            "call-" + one.organization(),
                            Rig.usd("0.10")));
        }
        InvalidInput never = refused(charged, "USAGE/never");
        assertThat(never.violations()).extracting(Violation::code).containsExactly("NOT_A_CURSOR");
        for (UserSession account : List.of(owner, stranger)) {
            for (LedgerEntry entry :
                    rig.billing.of(account).entries(PageRequest.first(100)).items()) {
                String cursor = entry.kind() + "/" + entry.reference();
                if (entry.organization().equals(Optional.of(charged.organization()))) {
                    charges(charged, cursor);
                } else {
                    assertThat(refused(charged, cursor)).as(cursor).isEqualTo(never);
                }
            }
        }
        assertThat(charges(charged, "PERIOD/" + charged.organization() + "/0/0").items())
                .extracting(Charge::kind)
                .containsExactly(EntryKind.USAGE);
    }

    private Page<Charge> charges(Caller caller, String cursor) {
        return rig.billing
                .of(caller.administrator())
                .charges(caller.organization(), PageRequest.first(100).after(cursor));
    }

    private InvalidInput refused(Caller caller, String cursor) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> charges(caller, cursor));
        return (InvalidInput) refused.refusal();
    }
}
