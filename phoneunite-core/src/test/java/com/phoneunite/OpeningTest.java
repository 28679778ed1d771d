package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpeningTest {

    private final World world = new World();

    @Test
    void A1_openingMakesTheAccountItsOwnerItsFirstOrganizationAndTheOwnersAdministrationOfIt() {
        Account account = world.open();
        Instant at = world.clock.instant();

        assertThat(world.phoneUnite.account(account.id())).contains(account);
        Snapshot made = world.snapshot(account.id());
        assertThat(made.users())
                .containsExactly(
                        new User(account.id(), account.ownerId(), EmailAddress.parse("you@example.com"), true, at));
        OrganizationId first = made.organizations().get(0).id();
        assertThat(made.organizations())
                .containsExactly(new Organization(
                        account.id(),
                        first,
                        new OrganizationName("Product Experts, LLC"),
                        new PlanName("standard"),
                        OrganizationState.TRIAL,
                        0,
                        at,
                        Optional.of(Instant.parse("2026-02-14T05:00:00Z")),
                        Optional.empty()));
        assertThat(made.administrators().get(first))
                .containsExactly(new Administration(account.id(), first, account.ownerId(), at));
        assertThat(world.phoneUnite.signIn(account.owner()).organizations().items())
                .singleElement()
                .extracting(OrganizationSummary::standing)
                .isEqualTo(new Standing(true, true, false));
    }

    @Test
    void A1_openingWithoutAKeyOpensAnotherAccountEachTime() {
        assertThat(world.open().id()).isNotEqualTo(world.open().id());
    }

    @Test
    void A1_theSameKeyAgainAnswersWithTheAccountThatItOpenedTheFirstTime() {
        OpenAccount request = World.request().key("signup-1");
        Account first = world.phoneUnite.openAccount(request);
        Snapshot before = world.snapshot(first.id());
        world.clock.set("2027-01-01T00:00:00Z");

        assertThat(world.phoneUnite.openAccount(request)).isEqualTo(first);
        assertThat(world.phoneUnite.openAccount(new OpenAccount(
                        "  Product\u00A0Experts, LLC ",
                        " YOU@Example.com",
                        "US",
                        "America/New_York",
                        "USD",
                        "standard",
                        "signup-1")))
                .as("the same facts, written in another way")
                .isEqualTo(first);
        assertThat(world.snapshot(first.id())).isEqualTo(before);
    }

    @Test
    void A1_theSameKeyFindsTheAccountThoughEverythingInItHasChangedSince() {
        OpenAccount request = World.request().key("signup-1");
        UserSession owner =
                world.phoneUnite.signIn(world.phoneUnite.openAccount(request).owner());
        owner.renameOrganization(world.first(owner), "Another");
        UserSession heir = world.user(owner, "heir@example.com");
        owner.handOverTo(heir.user());
        world.become(owner.accountId(), world.first(heir), OrganizationState.CLOSED);
        Snapshot before = world.snapshot(owner.accountId());

        Account again = world.phoneUnite.openAccount(request);

        assertThat(again.id()).isEqualTo(owner.accountId());
        assertThat(again.ownerId()).isEqualTo(heir.user());
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
    }

    @Test
    void A1_theSameKeyWithAnyOtherFactIsRefused() {
        OpenAccount request = World.request().key("signup-1");
        AccountId id = world.phoneUnite.openAccount(request).id();
        for (UnaryOperator<OpenAccount> change : List.<UnaryOperator<OpenAccount>>of(
                one -> one.owner("other@example.com"),
                one -> one.in("CA", "America/New_York", "USD"),
                one -> one.in("US", "America/Chicago", "USD"),
                one -> one.in("US", "America/New_York", "CAD"),
                one -> one.on("premium"),
                one -> new OpenAccount(
                        "Other", one.ownerEmail(), "US", "America/New_York", "USD", "standard", "signup-1"))) {
            var refusal = world.refused(
                    id, "IDEMPOTENCY_KEY_REUSED", () -> world.phoneUnite.openAccount(change.apply(request)));
            assertThat(refusal.facts()).isEqualTo(Map.of("key", "signup-1"));
            assertThat(refusal.rule()).isEqualTo("A1");
        }
    }

    @Test
    void A1_anotherKeyOpensAnotherAccountAndAnotherHostAgreesOnItsId() {
        AccountId one = world.phoneUnite.openAccount(World.request().key("a")).id();
        assertThat(world.phoneUnite.openAccount(World.request().key("A")).id()).isNotEqualTo(one);
        assertThat(new World().phoneUnite.openAccount(World.request().key("a")).id())
                .isEqualTo(one);
    }

    @Test
    void A1_manyThreadsWithTheSameKeyOpenOneAccount() throws Exception {
        for (int round = 0; round < 100; round++) {
            OpenAccount request = World.request().key("round-" + round);
            Callable<Account> open = () -> world.phoneUnite.openAccount(request);
            Set<Account> opened = new HashSet<>(Threads.together(List.of(open, open, open, open)));
            assertThat(opened).hasSize(1);
            AccountId id = opened.iterator().next().id();
            assertThat(world.snapshot(id).users()).hasSize(1);
            assertThat(world.snapshot(id).organizations()).hasSize(1);
            assertThat(world.events(id)).hasSize(4);
        }
    }

    @Test
    void A1_addingAnOrganizationUnderTheSameKeyAgainAnswersWithTheFirst() {
        UserSession owner = world.owner();
        AddOrganization request =
                AddOrganization.named("Services Experts, LLC").on("standard").key("add-1");
        Organization added = owner.addOrganization(request);
        world.removeCard(owner.accountId());
        Snapshot before = world.snapshot(owner.accountId());

        assertThat(owner.addOrganization(request)).isEqualTo(added);
        assertThat(owner.addOrganization(new AddOrganization(" Services Experts, LLC", "standard", "add-1")))
                .isEqualTo(added);
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
    }

    @Test
    void A1_addingUnderAKeyAnswersWithTheOrganizationAsItIsNow() {
        UserSession owner = world.owner();
        AddOrganization request = AddOrganization.named("One").on("standard").key("add-1");
        Organization added = owner.addOrganization(request);
        Organization renamed = owner.renameOrganization(added.id(), "Two");

        assertThat(owner.addOrganization(request)).isEqualTo(renamed);
        world.become(owner.accountId(), added.id(), OrganizationState.CLOSED);
        assertThat(owner.addOrganization(request).state()).isEqualTo(OrganizationState.CLOSED);
    }

    @Test
    void A1_addingUnderAKeyThatWasUsedForOtherFactsIsRefused() {
        UserSession owner = world.phoneUnite.signIn(
                world.phoneUnite.openAccount(World.request().key("opening")).owner());
        world.putCardOnFile(owner.accountId());
        owner.addOrganization(AddOrganization.named("One").on("standard").key("add-1"));
        for (AddOrganization other : List.of(
                AddOrganization.named("Two").on("standard").key("add-1"),
                AddOrganization.named("one").on("standard").key("add-1"),
                AddOrganization.named("One").on("premium").key("add-1"),
                AddOrganization.named("Product Experts, LLC").on("standard").key("opening"))) {
            assertThat(world.refused(owner.accountId(), "IDEMPOTENCY_KEY_REUSED", () -> owner.addOrganization(other))
                            .facts())
                    .isEqualTo(Map.of("key", String.valueOf(other.key())));
        }
    }

    @Test
    void A1_keysOfDifferentAccountsHaveNothingToDoWithEachOther() {
        UserSession one = world.owner();
        UserSession other = world.owner();
        AddOrganization request = AddOrganization.named("One").on("standard").key("add-1");
        assertThat(one.addOrganization(request).account()).isEqualTo(one.accountId());
        assertThat(other.addOrganization(request).account()).isEqualTo(other.accountId());
        assertThat(other.addOrganization(
                                AddOrganization.named("Two").on("premium").key("add-2"))
                        .name()
                        .value())
                .isEqualTo("Two");
    }

    @Test
    void A1_twoThreadsThatAddUnderTheSameKeyAddOnce() throws Exception {
        UserSession owner = world.owner();
        for (int round = 0; round < 100; round++) {
            AddOrganization request =
                    AddOrganization.named("Round " + round).on("standard").key("round-" + round);
            Callable<Organization> add = () -> owner.addOrganization(request);
            assertThat(new HashSet<>(Threads.together(List.of(add, add)))).hasSize(1);
        }
        assertThat(world.snapshot(owner.accountId()).countEver()).isEqualTo(101);
    }

    @Test
    void A1_aKeyIsNotAskedAboutBeforeTheOwnerIs() {
        UserSession owner = world.owner();
        AddOrganization request = AddOrganization.named("One").on("standard").key("add-1");
        owner.addOrganization(request);
        UserSession other = world.user(owner, "other@example.com");
        world.refused(owner.accountId(), "OWNER_REQUIRED", () -> other.addOrganization(request));
        world.refused(owner.accountId(), "OWNER_REQUIRED", () -> other.addOrganization(request.on("premium")));
    }

    @Test
    void A1_thereIsNoAccountWhereNoneWasOpened() {
        AccountId never = new AccountId(UUID.fromString("0190b1a0-0000-7000-8000-000000000001"));
        assertThat(world.phoneUnite.account(never)).isEmpty();
    }

    @Test
    void A3_countryZoneAndCurrencyAreThoseOfTheOpeningForEver() {
        UserSession owner = world.phoneUnite.signIn(world.phoneUnite
                .openAccount(World.request().in("DE", "Europe/Berlin", "EUR"))
                .owner());
        world.putCardOnFile(owner.accountId());
        owner.addOrganization("Another", "standard");
        UserSession heir = world.user(owner, "heir@example.com");
        owner.handOverTo(heir.user());
        world.removeCard(owner.accountId());

        Account account = heir.account();
        assertThat(account.country().value()).isEqualTo("DE");
        assertThat(account.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(account.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(account.openedAt()).isEqualTo(world.clock.instant());
    }
}
