package com.phoneunite.testkit.contract;

import com.phoneunite.membership.InvitationToken;
import com.phoneunite.testkit.MutableClock;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** What the platform has to offer to a host, and the clock that is moved by hand. */
class SourcesContractTest {

    @Nested
    class OfThePlatform implements ClockContract, IdSourceContract, RandomnessContract {

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public Supplier<UUID> ids() {
            return UUID::randomUUID;
        }

        @Override
        public Supplier<byte[]> randomness() {
            SecureRandom random = new SecureRandom();
            return () -> {
                byte[] bytes = new byte[InvitationToken.RANDOM_BYTES];
                random.nextBytes(bytes);
                return bytes;
            };
        }
    }

    @Nested
    class MovedByHand implements ClockContract {

        @Override
        public InstantSource clock() {
            return MutableClock.at("2026-01-31T15:00:00Z");
        }

        @Override
        public Set<AdapterFeature> missingFeatures() {
            return Set.of(AdapterFeature.MOVING);
        }
    }
}
