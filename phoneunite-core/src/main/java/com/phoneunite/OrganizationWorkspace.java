package com.phoneunite;

import com.phoneunite.account.UserRef;
import com.phoneunite.input.Conforms;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.telephony.NumberingPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current organization of a signed-in user: each section shows this organization and nothing else (rules S1 and I1). The
 * user's access is read again at every call (rule S3); once it is gone, every method answers {@code ORGANIZATION_NOT_FOUND}.
 *
 * <p>Immutable, without thread-local state: safe for any number of threads.
 */
public final class OrganizationWorkspace {

    private final Place place;

    OrganizationWorkspace(Desk desk, UserRef viewer, OrganizationId organization) {
        this.place = new Place(desk, viewer, organization);
    }

    /** The id of the organization. */
    public OrganizationId id() {
        return place.organization();
    }

    /** The organization as it is now. */
    public OrganizationSummary organization() {
        return place.view(OrganizationWorkspace::summary);
    }

    /**
     * Rule O6: whether the organization may place a call to that number now. One that is suspended may call emergency numbers only.
     *
     * @param dialled what is dialled: 1 to {@value NumberingPlan#MAX_DIALLED} characters, {@code 0-9 * # +}
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public boolean mayCall(@Nullable String dialled) {
        String number = Objects.requireNonNull(Desk.valid(new Dialled(dialled)).number());
        return place.view(scope -> scope.organization().state().mayPlaceCalls()
                || place.desk().numberingPlanOf(scope).isEmergency(number));
    }

    /** Rule T1: the phone numbers of the organization. */
    public PhoneNumbers phoneNumbers() {
        return new PhoneNumbers(place);
    }

    /** Rule T3: the call trees of the organization. */
    public CallTrees callTrees() {
        return new CallTrees(place);
    }

    /** Rule T4: the sounds of the organization. */
    public Sounds sounds() {
        return new Sounds(place);
    }

    /**
     * The things of a type that the host has brought.
     *
     * @param type one of those that {@link PhoneUnite.Builder#resources} was given
     * @throws RefusedException {@code INVALID_INPUT}
     * @throws IllegalArgumentException if it is not one of them
     */
    public <T> Resources<T> resources(ResourceType<T> type) {
        Desk.given("type", type);
        if (!place.desk().resourceType(type.name()).filter(type::equals).isPresent()) {
            throw new IllegalArgumentException("name the type to PhoneUnite.builder(store).resources(…) first");
        }
        return new Resources<>(place, type);
    }

    /** Rule M3: who is a member of the organization, with which extension. */
    public Members members() {
        return new Members(place);
    }

    /** Rule M5: who is invited into the organization. */
    public Invitations invitations() {
        return new Invitations(place);
    }

    /** Rule M2: who administers the organization. */
    public Administrators administrators() {
        return new Administrators(place);
    }

    /** Rule M1: who the people of the organization are. */
    public People people() {
        return new People(place);
    }

    /**
     * Everything that the organization owns, at one moment. Works while it is suspended, too (rule O6).
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     */
    public OrganizationExport export() {
        return place.viewToManage(scope ->
                new Belongings(place.desk()).export(scope, place.change().at()));
    }

    private static OrganizationSummary summary(OrganizationScope scope) {
        return OrganizationSummary.of(scope.organization(), scope.standing());
    }

    private record Dialled(
            @Conforms(NumberingPlan.DialledRule.class) @Nullable
            String number) {}
}
