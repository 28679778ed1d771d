package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.TelephonyEvent;
import com.phoneunite.telephony.TelephonyRefusal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule T1: the section of a workspace that shows its phone numbers. Everybody who stands in the organization may look; only who
 * manages it may change. Safe for any number of threads.
 */
public final class PhoneNumbers {

    private final Place place;

    PhoneNumbers(Place place) {
        this.place = place;
    }

    /**
     * The phone numbers of the organization, in the order of their digits.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<HeldPhoneNumber> list(PageRequest page) {
        Optional<PhoneNumber> after = RefusedException.granted(Desk.valid(page).cursorAs(PhoneNumber::new));
        return place.view(scope -> Page.of(
                repository().list(scope, after, page.limit() + 1),
                page.limit(),
                one -> one.number().value()));
    }

    /**
     * One phone number, and where it leads.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code PHONE_NUMBER_NOT_FOUND}
     */
    public HeldPhoneNumber get(@Nullable String number) {
        PhoneNumber wanted = named(new Name(number));
        return place.view(scope -> held(scope, wanted));
    }

    /**
     * Adds a phone number, charged from the next period on (rule B5). One that the organization holds already changes nothing.
     *
     * @param number with its country code, for example {@code "+1 202 555 0123"}
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code PHONE_NUMBER_LIMIT_REACHED}, {@code PHONE_NUMBER_NOT_AVAILABLE}
     */
    public HeldPhoneNumber add(@Nullable String number) {
        PhoneNumber wanted = PhoneNumber.parse(
                Objects.requireNonNull(Desk.valid(new Claim(number)).number()));
        return place.add(
                scope -> repository().find(scope, wanted).orElseGet(() -> claim(scope, wanted, place.change())));
    }

    /**
     * Leads calls to a phone number to a destination of the organization, in place of any other. Where it leads there already nothing
     * changes.
     *
     * @param destination an extension, a voicemail, a call tree or a resource, from the factories of {@code Destination}
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code PHONE_NUMBER_NOT_FOUND}, {@code DESTINATION_NOT_FOUND}
     */
    public HeldPhoneNumber route(@Nullable String number, DestinationDraft destination) {
        PhoneNumber routed = named(new Route(number, destination));
        Destination there = destination.parse();
        return place.add(scope -> {
            HeldPhoneNumber held = held(scope, routed);
            if (there.refersTo()
                    .filter(ref -> belongings().canBeLedTo(scope, ref))
                    .isEmpty()) {
                throw new RefusedException(new TelephonyRefusal.DestinationNotFound(destination.kind()));
            }
            return leadTo(scope, held, Optional.of(there));
        });
    }

    /**
     * Leads calls to a phone number nowhere any more. Where it leads nowhere already nothing changes.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     PHONE_NUMBER_NOT_FOUND}
     */
    public HeldPhoneNumber unroute(@Nullable String number) {
        PhoneNumber routed = named(new Name(number));
        return place.manage(scope -> leadTo(scope, held(scope, routed), Optional.empty()));
    }

    /**
     * Rule T5: removes a phone number: anybody can claim it then. Where it led is forgotten.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     PHONE_NUMBER_NOT_FOUND}; {@code RESOURCE_IN_USE} as long as a resource of the host's refers to it
     */
    public HeldPhoneNumber remove(@Nullable String number) {
        PhoneNumber unwanted = named(new Name(number));
        return place.manage(scope -> {
            HeldPhoneNumber held = held(scope, unwanted);
            belongings().requireUnused(scope, held.ref());
            release(place.desk(), scope, held, place.change());
            return held;
        });
    }

    /**
     * Moves a phone number to another organization of the account, released and claimed in one step, so that nobody else can come in
     * between. It leads nowhere there until it is routed.
     *
     * @param target an organization that the user manages, too
     * @throws RefusedException as {@link #remove} for this organization and as {@link #add} for the target
     */
    public HeldPhoneNumber move(@Nullable String number, OrganizationId target) {
        PhoneNumber moved = named(new Move(number, target));
        return place.manage(scope -> {
            HeldPhoneNumber held = held(scope, moved);
            OrganizationScope there = place.desk().enterToAdd(place.viewer(), target);
            if (target.equals(scope.organizationId())) {
                return held;
            }
            belongings().requireUnused(scope, held.ref());
            Change change = place.change();
            release(place.desk(), scope, held, change);
            return claim(there, moved, change);
        });
    }

    /** Rule T1: gives up a number, as removing, moving and closing do. */
    static void release(Desk desk, OrganizationScope scope, HeldPhoneNumber held, Change change) {
        new Belongings(desk).referToNothing(scope, held.ref());
        desk.store().phoneNumbers().release(held);
        desk.holdings().change(change, held.organization(), HoldingKind.PHONE_NUMBER, -1);
        desk.record(change, held.organization(), new TelephonyEvent.PhoneNumberRemoved(held.number()));
    }

    private HeldPhoneNumber leadTo(OrganizationScope scope, HeldPhoneNumber held, Optional<Destination> there) {
        if (held.destination().equals(there)) {
            return held;
        }
        HeldPhoneNumber routed = held.leadingTo(there);
        belongings()
                .refer(
                        scope,
                        held.ref(),
                        there.flatMap(Destination::refersTo).stream().toList());
        repository().route(routed);
        place.desk()
                .record(
                        place.change(),
                        scope.organizationId(),
                        new TelephonyEvent.PhoneNumberRouted(held.number(), there));
        return routed;
    }

    private HeldPhoneNumber claim(OrganizationScope scope, PhoneNumber number, Change change) {
        if (repository().count(scope) >= HeldPhoneNumber.MAX_PER_ORGANIZATION) {
            throw new RefusedException(
                    new TelephonyRefusal.PhoneNumberLimitReached(HeldPhoneNumber.MAX_PER_ORGANIZATION));
        }
        HeldPhoneNumber held =
                new HeldPhoneNumber(scope.account(), scope.organizationId(), number, change.at(), Optional.empty());
        if (!repository().claim(held)) {
            throw new RefusedException(new TelephonyRefusal.PhoneNumberNotAvailable());
        }
        place.desk().holdings().change(change, scope.organizationId(), HoldingKind.PHONE_NUMBER, 1);
        place.desk().record(change, scope.organizationId(), new TelephonyEvent.PhoneNumberAdded(number));
        return held;
    }

    private HeldPhoneNumber held(OrganizationScope scope, PhoneNumber number) {
        return repository()
                .find(scope, number)
                .orElseThrow(() -> new RefusedException(new TelephonyRefusal.PhoneNumberNotFound()));
    }

    private PhoneNumberRepository repository() {
        return place.store().phoneNumbers();
    }

    private Belongings belongings() {
        return new Belongings(place.desk());
    }

    private static PhoneNumber named(Numbered input) {
        return PhoneNumber.named(Objects.requireNonNull(Desk.valid(input).number()));
    }

    private interface Numbered {
        @Nullable
        String number();
    }

    private record Claim(
            @Conforms(PhoneNumber.Rule.class) @Nullable String number) {}

    private record Name(
            @Conforms(PhoneNumber.NameRule.class) @Nullable String number) implements Numbered {}

    private record Move(
            @Conforms(PhoneNumber.NameRule.class) @Nullable String number,
            @Conforms(Given.class) OrganizationId target) implements Numbered {}

    private record Route(
            @Conforms(PhoneNumber.NameRule.class) @Nullable String number,
            @Conforms(DestinationDraft.RouteRule.class) DestinationDraft destination)
            implements Numbered {}
}
