package com.phoneunite;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.membership.Roster;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.Trial;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.store.EventDispatcher;
import com.phoneunite.store.EventHandler;
import com.phoneunite.store.EventSource;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.telephony.NumberingPlan;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The front door: opens accounts and lets users in.
 *
 * <p>Immutable and safe for any number of threads; a host keeps one. Rules: A1, S1.
 */
public final class PhoneUnite {

    private final Desk desk;

    private PhoneUnite(Desk desk) {
        this.desk = desk;
    }

    /** Begins to build the front door to that store. */
    public static Builder builder(Store store) {
        return new Builder(store);
    }

    /**
     * Rule A1: opens an account with its owner, its first organization (on trial, rule O4) and the owner's administration of it,
     * in one step.
     *
     * @throws RefusedException {@code INVALID_INPUT}; what billing refuses, like a plan that it does not know; {@code
     *     IDEMPOTENCY_KEY_REUSED} if the key opened an account with other facts
     */
    public Account openAccount(OpenAccount request) {
        return new Opening(desk).open(request);
    }

    /** The account, if there is one with that id. For the host itself: a user sees it through their session. */
    public Optional<Account> account(AccountId id) {
        return desk.view(Desk.given("id", id), () -> desk.store().accounts().find(id));
    }

    /**
     * Lets a user in whom the host has authenticated.
     *
     * @throws RefusedException {@code USER_NOT_FOUND} if the account has no such active user
     */
    public UserSession signIn(UserRef user) {
        Desk.given("user", user);
        desk.view(user.account(), () -> RefusedException.granted(Roster.active(desk.user(user))));
        return new UserSession(desk, user);
    }

    /**
     * Rule M5: accepts an invitation, in one step with the administration or membership that it grants. Who has no user in the
     * account yet becomes one.
     *
     * @param token what the inviter handed over
     * @param email the e-mail address that the host has proved to be the invited person's
     * @return the user, ready to be signed in
     * @throws RefusedException {@code INVALID_INPUT}; {@code INVITATION_NOT_VALID}, whatever the reason; {@code
     *     ORGANIZATION_SUSPENDED}, {@code USER_LIMIT_REACHED}, {@code ALREADY_MEMBER}, {@code EXTENSION_RESERVED}, {@code
     *     EXTENSION_TAKEN}, {@code EXTENSION_AMBIGUOUS}
     */
    public UserRef acceptInvitation(@Nullable String token, @Nullable String email) {
        return new Acceptance(desk).accept(token, email);
    }

    /**
     * Rule X3: what hands the events of all accounts to a handler of the host's, whenever the host runs it. Events are kept until
     * then: a host that wants none runs it with a handler that does nothing.
     *
     * @param further where events come from besides the store's outbox: {@code billing.events()}
     */
    public EventDispatcher dispatcher(EventHandler handler, EventSource... further) {
        return new EventDispatcher(desk.store(), List.of(further), handler, desk.clock(), desk.ids());
    }

    /**
     * Rule T4: deletes bytes of sounds that no sound names. There are such bytes only where the process was killed while a sound came or
     * went, or where that happened inside a change of the host's: for a host to schedule now and then. Safe to repeat and to run at any
     * time.
     *
     * @return how many contents were deleted
     * @throws UnitOfWorkFault inside a unit of work
     */
    public int sweepSounds() {
        if (desk.store().unitOfWork().isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("sweeping sounds");
        }
        return new SoundUploads(desk).sweep();
    }

    /** Builds the front door. Not thread-safe. */
    public static final class Builder {

        private final Store store;
        private @Nullable OrganizationBilling billing;
        private @Nullable InstantSource clock;
        private @Nullable Supplier<UUID> ids;
        private Supplier<byte[]> randomness = Builder::secureRandomness;
        private Set<String> reservedExtensions = Set.of();
        private Map<String, ResourceType<?>> resourceTypes = Map.of();
        private Trial trial = Trial.STANDARD;

        private Builder(Store store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /** Who is asked about money: {@code Billing.organizations()}, or {@link OrganizationBilling#none()}. Required. */
        public Builder billing(OrganizationBilling organizations) {
            this.billing = Objects.requireNonNull(organizations, "billing");
            return this;
        }

        /**
         * The clock: thread-safe, with moments of the years 1970 to 9999. It may go backwards (rule X2). Where none is given, billing's,
         * else the system's.
         */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /**
         * Where new ids come from: thread-safe, and never one that was made before, by whichever host, or before a restart. Where none is
         * given, UUIDv7 by the clock.
         */
        public Builder ids(Supplier<UUID> source) {
            this.ids = Objects.requireNonNull(source, "ids");
            return this;
        }

        /**
         * Where the random bytes of invitations come from, {@value InvitationToken#RANDOM_BYTES} at a time: thread-safe, and each time in
         * an array of its own. Where none is given, {@link SecureRandom}: anything weaker lets strangers in.
         */
        public Builder randomness(Supplier<byte[]> source) {
            this.randomness = Objects.requireNonNull(source, "randomness");
            return this;
        }

        /**
         * Rule T2: digits that no extension may equal, begin with or be the beginning of, for example {@code "0"} for an operator.
         *
         * @param digits 1 to {@value NumberingPlan#MAX_RESERVED_LENGTH} digits each
         * @throws IllegalArgumentException if something else is given
         */
        public Builder reserveExtensions(String... digits) {
            this.reservedExtensions = NumberingPlan.reserved(List.of(digits));
            return this;
        }

        /**
         * The types of things that the host brings, all of them at once, and that organizations own like ours. A type that an earlier version of the host has
         * named and this one does not is left alone, and is not shown.
         *
         * @throws IllegalArgumentException if a name is not one, is one of our types, or comes twice
         */
        public Builder resources(ResourceType<?>... types) {
            Map<String, ResourceType<?>> named = new TreeMap<>();
            for (ResourceType<?> type : types) {
                ResourceRef.requireHostType(type.name());
                if (named.put(type.name(), type) != null) {
                    throw new IllegalArgumentException("the type " + type.name() + " is named twice");
                }
            }
            this.resourceTypes = Collections.unmodifiableMap(named);
            return this;
        }

        /**
         * The length of the free trial in days, 14 unless told otherwise (rule B4).
         *
         * @throws IllegalArgumentException if it is not 1 to {@value Trial#MAX_DAYS}
         */
        public Builder trialDays(int days) {
            this.trial = new Trial(days);
            return this;
        }

        /**
         * The front door.
         *
         * @throws IllegalStateException if nobody was named who is asked about money, or if billing has another clock or another
         *     unit of work
         */
        public PhoneUnite build() {
            if (billing == null) {
                throw new IllegalStateException("say who is asked about money: billing(billing.organizations()) or"
                        + " billing(OrganizationBilling.none())");
            }
            if (!billing.writesIn(store.unitOfWork())) {
                throw new IllegalStateException("billing and PhoneUnite must be built on the same store");
            }
            InstantSource billingClock = billing.clock().orElse(InstantSource.system());
            InstantSource used = clock == null ? billingClock : clock;
            if (billing.clock().isPresent() && !used.equals(billingClock)) {
                throw new IllegalStateException("billing and PhoneUnite must be built with the same clock");
            }
            return new PhoneUnite(new Desk(
                    store,
                    billing,
                    used,
                    ids == null ? timeOrdered(used) : ids,
                    randomness,
                    reservedExtensions,
                    resourceTypes,
                    trial));
        }

        private static byte[] secureRandomness() {
            byte[] bytes = new byte[InvitationToken.RANDOM_BYTES];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        }

        private static Supplier<UUID> timeOrdered(InstantSource clock) {
            UUIDClock millis = new UUIDClock() {
                @Override
                public long currentTimeMillis() {
                    return clock.millis();
                }
            };
            return Generators.timeBasedEpochRandomGenerator(new SecureRandom(), millis)::generate;
        }
    }
}
