package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
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

    private final Desk desk;
    private final UserRef viewer;
    private final OrganizationId organization;

    PhoneNumbers(Desk desk, UserRef viewer, OrganizationId organization) {
        this.desk = desk;
        this.viewer = viewer;
        this.organization = organization;
    }

    /**
     * The phone numbers of the organization, in the order of their digits.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<HeldPhoneNumber> list(PageRequest page) {
        Optional<PhoneNumber> after = RefusedException.granted(Desk.valid(page).cursorAs(PhoneNumber::new));
        return desk.view(
                viewer.account(),
                () -> Page.of(
                        desk.store().phoneNumbers().list(desk.enter(viewer, organization), after, page.limit() + 1),
                        page.limit(),
                        one -> one.number().value()));
    }

    /**
     * Adds a phone number, charged from the next period on (rule B5). One that the organization holds already changes nothing.
     *
     * @param number with its country code, for example {@code "+1 202 555 0123"}
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code PHONE_NUMBER_LIMIT_REACHED}, {@code PHONE_NUMBER_NOT_AVAILABLE}
     */
    public HeldPhoneNumber add(@Nullable String number) {
        PhoneNumber wanted = valid(new Input(number));
        return desk.change(viewer.account(), () -> {
            OrganizationScope scope = desk.enterToAdd(viewer, organization);
            return desk.store()
                    .phoneNumbers()
                    .find(scope, wanted)
                    .orElseGet(() -> claim(scope, wanted, desk.changeBy(viewer)));
        });
    }

    /**
     * Removes a phone number: anybody can claim it then.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     PHONE_NUMBER_NOT_FOUND}
     */
    public HeldPhoneNumber remove(@Nullable String number) {
        PhoneNumber unwanted = valid(new Input(number));
        return desk.change(viewer.account(), () -> {
            HeldPhoneNumber held = held(desk.enterToManage(viewer, organization), unwanted);
            release(desk, held, desk.changeBy(viewer));
            return held;
        });
    }

    /**
     * Moves a phone number to another organization of the account, released and claimed in one step, so that nobody else can come in
     * between.
     *
     * @param target an organization that the user manages, too
     * @throws RefusedException as {@link #remove} for this organization and as {@link #add} for the target
     */
    public HeldPhoneNumber move(@Nullable String number, OrganizationId target) {
        PhoneNumber moved = valid(new Move(number, target));
        return desk.change(viewer.account(), () -> {
            HeldPhoneNumber held = held(desk.enterToManage(viewer, organization), moved);
            OrganizationScope scope = desk.enterToAdd(viewer, target);
            if (target.equals(organization)) {
                return held;
            }
            Change change = desk.changeBy(viewer);
            release(desk, held, change);
            return claim(scope, moved, change);
        });
    }

    /** Rule T1: gives up a number, as removing, moving and closing do. */
    static void release(Desk desk, HeldPhoneNumber held, Change change) {
        desk.store().phoneNumbers().release(held);
        desk.holdings().change(change, held.organization(), HoldingKind.PHONE_NUMBER, -1);
        desk.record(change, held.organization(), new TelephonyEvent.PhoneNumberRemoved(held.number()));
    }

    private HeldPhoneNumber claim(OrganizationScope scope, PhoneNumber number, Change change) {
        if (desk.store().phoneNumbers().count(scope) >= HeldPhoneNumber.MAX_PER_ORGANIZATION) {
            throw new RefusedException(
                    new TelephonyRefusal.PhoneNumberLimitReached(HeldPhoneNumber.MAX_PER_ORGANIZATION));
        }
        HeldPhoneNumber held = new HeldPhoneNumber(scope.account(), scope.organizationId(), number, change.at());
        if (!desk.store().phoneNumbers().claim(held)) {
            throw new RefusedException(new TelephonyRefusal.PhoneNumberNotAvailable());
        }
        desk.holdings().change(change, scope.organizationId(), HoldingKind.PHONE_NUMBER, 1);
        desk.record(change, scope.organizationId(), new TelephonyEvent.PhoneNumberAdded(number));
        return held;
    }

    private HeldPhoneNumber held(OrganizationScope scope, PhoneNumber number) {
        return desk.store()
                .phoneNumbers()
                .find(scope, number)
                .orElseThrow(() -> new RefusedException(new TelephonyRefusal.PhoneNumberNotFound()));
    }

    private static PhoneNumber valid(Numbered input) {
        return PhoneNumber.parse(Objects.requireNonNull(Desk.valid(input).number()));
    }

    private interface Numbered {
        @Nullable
        String number();
    }

    private record Input(
            @Conforms(PhoneNumber.Rule.class) @Nullable String number) implements Numbered {}

    private record Move(
            @Conforms(PhoneNumber.Rule.class) @Nullable String number,
            @Conforms(Given.class) OrganizationId target) implements Numbered {}
}
