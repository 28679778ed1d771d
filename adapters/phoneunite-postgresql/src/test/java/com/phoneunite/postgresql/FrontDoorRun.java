package com.phoneunite.postgresql;

import com.phoneunite.AddOrganization;
import com.phoneunite.Invitations;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.json.OrganizationJson;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.telephony.Sound;
import com.phoneunite.testkit.fixture.Observation;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import com.phoneunite.testkit.jqwik.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A program of front-door operations on one store, and all that is observed meanwhile and afterwards. Not thread-safe. */
final class FrontDoorRun {

    static final List<String> TEXTS = List.of(
            "one",
            "Two",
            "101",
            "102",
            "kim@example.com",
            "jo@example.com",
            "+12025550123",
            "+12025550124",
            "null \u0000 inside",
            "\u0000",
            "half \ud83d of one",
            "\udc00 the other half",
            "\ud83d\udc69\u200d\ud83d\ude80 \ud834\udd1e",
            "\\u0000 \\ \\\\ \" '",
            "'; DROP TABLE phoneunite.account; --",
            "line\nbreak\ttab\u0085",
            "\u202eright to left",
            "e\u0301 \u00e9 \ufdfa",
            "",
            " ",
            "x".repeat(10_240),
            "\u6f22".repeat(10_240),
            "\ud83d\ude80".repeat(50),
            "a\u0000".repeat(100));

    private static final List<Instant> MOMENTS = List.of(
            Instant.EPOCH,
            Instant.EPOCH.minusNanos(1),
            Instant.parse("2026-03-08T06:59:59.999999999Z"),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MIN,
            Instant.MAX);

    private static final List<String> EXTENSIONS = List.of("101", "102", "2034", "70125");
    private static final List<String> ADDRESSES =
            List.of("kim@example.com", "jo@example.com", "owner@example.com", "\u00e9l\u00e8ve@example.com");
    private static final List<String> NUMBERS = List.of("+12025550123", "+12025550124", "+442079460000");
    private static final List<String> NAMES =
            List.of("Second", "One", "\u682a\u5f0f\u4f1a\u793e \u96fb\u8a71", "Stra\u00dfe");

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private final PhoneUniteFixture fixture;
    private final List<Object> seen = new ArrayList<>();
    private String token = "none";
    private String invited = "nobody@example.com";

    FrontDoorRun(BillingStore store, String start) {
        fixture = begun(store, start);
    }

    /** The same account on whichever store. */
    static PhoneUniteFixture begun(BillingStore store, String start) {
        return PhoneUniteFixture.given()
                .store(store)
                .at(start)
                .plans(
                        BillingPlan.named("standard")
                                .monthly(Money.parse("USD 20.00"))
                                .perExtension(Money.parse("USD 2.00"))
                                .perPhoneNumber(Money.parse("USD 1.00")),
                        BillingPlan.named("small").monthly(Money.parse("USD 7.00")))
                .phoneUnite(builder -> builder.resources(Notes.NOTES))
                .balance("USD 90.00")
                .organization("Second")
                .ready();
    }

    /** Does one thing after the other, and notes what it answers with: a value, a refusal with its facts, or what else is thrown. */
    List<Object> all(List<Step<FrontDoorDeed>> program) {
        for (Step<FrontDoorDeed> step : program) {
            try {
                seen.add(perform(step));
            } catch (RefusedException e) {
                seen.add(List.of(e.refusal(), e.refusal().facts()));
            } catch (IllegalArgumentException | IllegalStateException e) {
                seen.add(e.toString());
            }
        }
        return List.copyOf(seen);
    }

    Told told() {
        return told(fixture);
    }

    /** All that a host and a customer can see afterwards. */
    record Told(
            Observation stored,
            List<Object> pages,
            List<Object> statements,
            List<String> exports,
            List<RecordedEvent> events) {}

    static Told told(PhoneUniteFixture fixture) {
        AccountId account = fixture.account().id();
        // Whoever it is by now.
        UserSession owner = fixture.phoneUnite()
                .signIn(fixture.phoneUnite().account(account).orElseThrow().owner());
        AccountBilling mine = fixture.billing().of(owner);
        Observation stored = fixture.observe();
        List<Object> pages = List.of(
                mine.page(),
                mine.entries(ALL),
                mine.recharges(ALL),
                fixture.billing().actingAs("auditor").verify(account),
                owner.organizations(ALL),
                owner.users().list(ALL));
        YearMonth now = YearMonth.from(fixture.clock().instant().atZone(ZoneOffset.UTC));
        List<Object> statements =
                List.of(mine.statements().of(now), mine.statements().of(now.minusMonths(1)), mine.forecast(3));
        List<String> exports = owner.organizations(ALL).items().stream()
                .map(one -> exported(owner.switchTo(one.id())))
                .toList();
        List<RecordedEvent> events = new ArrayList<>();
        fixture.phoneUnite().dispatcher(events::add, fixture.billing().events()).run();
        return new Told(stored, pages, statements, exports, events);
    }

    private static String exported(OrganizationWorkspace workspace) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OrganizationJson.write(workspace, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Object perform(Step<FrontDoorDeed> step) {
        UserSession owner = fixture.session();
        OrganizationId id = one(owner.organizations(), step).id();
        OrganizationWorkspace here = owner.switchTo(id);
        String text = text(step, here);
        return switch (step.kind()) {
            case ADD_ORGANIZATION ->
                owner.addOrganization(AddOrganization.named(text).on("standard").key(text));
            case RENAME_ORGANIZATION -> owner.renameOrganization(id, text);
            case CLOSE_ORGANIZATION -> owner.closeOrganization(id);
            case ADD_USER -> owner.users().add(text);
            case DEACTIVATE_USER -> owner.users().deactivate(user(step));
            case HAND_OVER -> owner.handOverTo(user(step));
            case ADD_ADMINISTRATOR -> here.administrators().add(user(step));
            case REMOVE_ADMINISTRATOR -> here.administrators().remove(user(step));
            case ADD_MEMBER -> here.members().add(user(step), text);
            case REMOVE_MEMBER ->
                here.members().remove(one(here.members().list(ALL), step).user());
            case INVITE -> invited(here.invitations().inviteMember(text, "30" + step.minor() % 10));
            case ACCEPT -> fixture.phoneUnite().acceptInvitation(step.minor() % 3 == 0 ? text : token, text);
            case ADD_NUMBER -> here.phoneNumbers().add(text);
            case ROUTE_NUMBER -> here.phoneNumbers().route(text, leads(here, step));
            case MOVE_NUMBER -> here.phoneNumbers().move(text, second().id());
            case REMOVE_NUMBER -> here.phoneNumbers().remove(text);
            case SAVE_TREE -> here.callTrees().save(CallTree.named(text).menu("m", says(text)));
            case REMOVE_TREE ->
                here.callTrees().remove(one(here.callTrees().list(ALL), step).id());
            case ADD_SOUND -> heard(here, here.sounds().add(text, new ByteArrayInputStream(StoreStory.wav())));
            case REMOVE_SOUND ->
                here.sounds().remove(one(here.sounds().list(ALL), step).id());
            case SAVE_NOTE -> here.resources(Notes.NOTES).add(text, text);
            case REMOVE_NOTE ->
                here.resources(Notes.NOTES)
                        .remove(one(here.resources(Notes.NOTES).list(ALL), step).id());
            case RECHARGE -> fixture.mine().recharge(text, dollars(step));
            case USE -> fixture.billing().actingAs("meter").deductUsage(usage(id, text, step));
            case USE_AS ->
                fixture.billing().actingAs(text).deductUsages(List.of(usage(id, "call", step), usage(id, text, step)));
            case DISPUTE -> disputed(text, step);
            case LOOK_BACK -> fixture.mine().balanceAt(moment(step));
            case DAYS -> fixture.whenDaysPass(1 + step.number() % 35).today();
        };
    }

    /** One time in four whatever there is, otherwise what may well be taken there. */
    private String text(Step<FrontDoorDeed> step, OrganizationWorkspace here) {
        List<String> fitting = step.minor() % 4 == 0
                ? TEXTS
                : switch (step.kind()) {
                    case ADD_MEMBER, REMOVE_MEMBER -> EXTENSIONS;
                    case ADD_USER, INVITE -> ADDRESSES;
                    case ACCEPT -> List.of(invited);
                    case ADD_NUMBER -> NUMBERS;
                    case ROUTE_NUMBER, MOVE_NUMBER, REMOVE_NUMBER -> held(here);
                    case ADD_ORGANIZATION, RENAME_ORGANIZATION, SAVE_TREE, ADD_SOUND, RECHARGE -> NAMES;
                    default -> TEXTS;
                };
        return fitting.get(step.number() % fitting.size());
    }

    private static List<String> held(OrganizationWorkspace here) {
        List<String> held = here.phoneNumbers().list(ALL).items().stream()
                .map(one -> one.number().value())
                .toList();
        return held.isEmpty() ? NUMBERS : held;
    }

    private static MenuDraft says(String text) {
        return Menu.saying(text).on('1', Destination.menu("m")).otherwise(Destination.hangUp());
    }

    private Object disputed(String text, Step<FrontDoorDeed> step) {
        fixture.billing()
                .actingAs("gateway")
                .payments()
                .report(fixture.account().id(), "given", ReportedReversal.dispute(text, dollars(step)));
        return fixture.mine().balance();
    }

    /** To an extension that may not be there, or to a call tree where there is one. */
    private static DestinationDraft leads(OrganizationWorkspace here, Step<FrontDoorDeed> step) {
        return here.callTrees().list(ALL).items().stream()
                .findFirst()
                .map(tree -> Destination.callTree(tree.id()))
                .orElse(Destination.extension(EXTENSIONS.get(step.number() % EXTENSIONS.size())));
    }

    private Object invited(Invitations.Made made) {
        token = made.token().reveal();
        invited = made.invitation().email().value();
        return made;
    }

    private static Object heard(OrganizationWorkspace here, Sound sound) {
        try (var bytes = here.sounds().open(sound.id())) {
            return List.of(sound, List.of(bytes.readAllBytes().length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Usage usage(OrganizationId organization, String reference, Step<FrontDoorDeed> step) {
        Usage now = Usage.of(fixture.account().id(), organization, reference, dollars(step));
        return step.minor() % 2 == 0 ? now.happenedAt(moment(step)) : now;
    }

    private static Instant moment(Step<FrontDoorDeed> step) {
        return MOMENTS.get((int) (step.minor() % MOMENTS.size()));
    }

    private static Money dollars(Step<FrontDoorDeed> step) {
        return Money.ofMinor(CurrencyUnit.USD, step.minor());
    }

    private UserId user(Step<FrontDoorDeed> step) {
        return one(fixture.session().users().list(ALL), step).id();
    }

    private OrganizationSummary second() {
        List<OrganizationSummary> all = fixture.session().organizations().items();
        return all.get(all.size() - 1);
    }

    private static <T> T one(Page<T> page, Step<FrontDoorDeed> step) {
        if (page.items().isEmpty()) {
            throw new IllegalStateException("there is none");
        }
        return page.items().get((int) (step.minor() % page.items().size()));
    }
}
