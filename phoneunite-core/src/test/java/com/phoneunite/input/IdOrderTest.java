package com.phoneunite.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.DerivedId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.SoundId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that is a database and one that lives in memory list the same things in the same order. */
class IdOrderTest {

    /** Half of them begin with a bit that is set. */
    private static final List<UUID> IDS = IntStream.range(0, 100)
            .mapToObj(number -> DerivedId.of("account", "key-" + number))
            .toList();

    static Stream<Function<UUID, Comparable<?>>> kinds() {
        return Stream.of(
                AccountId::new,
                UserId::new,
                OrganizationId::new,
                InvitationId::new,
                ResourceId::new,
                CallTreeId::new,
                SoundId::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void X5_idsStandInTheOrderOfTheirTexts(Function<UUID, Comparable<?>> kind) {
        assertThat(IDS.stream().map(kind).sorted().map(Object::toString))
                .hasSize(IDS.size())
                .isSorted();
    }
}
