package com.phoneunite.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule M5: an invitation is an opaque random token. */
class InvitationTokenTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 2));
    private static final InvitationToken ONE = InvitationToken.of(ACCOUNT, new byte[32]);

    @Test
    void M5_aTokenCarries32RandomBytes() {
        assertThat(InvitationToken.parse(ONE.reveal()).account()).isEqualTo(ACCOUNT);
        assertRejected(() -> InvitationToken.of(ACCOUNT, new byte[31]));
        assertRejected(() -> InvitationToken.of(ACCOUNT, new byte[33]));
        for (String text : List.of(
                "",
                "no token",
                ONE.reveal() + "A",
                ONE.reveal().substring(1),
                ONE.reveal().substring(2) + "==")) {
            assertRejected(() -> InvitationToken.parse(text));
        }
    }

    @Test
    void M5_tokensAreEqualByWhatTheyHideAndNeverShowIt() {
        byte[] random = new byte[32];
        random[31] = 1;
        InvitationToken other = InvitationToken.of(ACCOUNT, random);
        assertThat(ONE)
                .isEqualTo(InvitationToken.parse(ONE.reveal()))
                .hasSameHashCodeAs(InvitationToken.parse(ONE.reveal()))
                .isNotEqualTo(other)
                .isNotEqualTo(ONE.reveal())
                .hasToString("InvitationToken[hidden]");
        assertThat(List.of(ONE.hashCode(), other.hashCode())).doesNotHaveDuplicates();
    }

    @Test
    void M5_anInvitationIsToldByItsIdAndShowsNeitherAddressNorHash() {
        InvitationId id = new InvitationId(new UUID(3, 4));
        Invitation invitation = new Invitation(
                ACCOUNT,
                new OrganizationId(new UUID(2, 1)),
                id,
                EmailAddress.parse("somebody@example.com"),
                Optional.empty(),
                ONE.hash(),
                new UserId(new UUID(5, 6)),
                Instant.EPOCH);

        assertThat(invitation.toString())
                .contains(id.toString())
                .doesNotContain("somebody")
                .doesNotContain(ONE.hash());
    }

    private static void assertRejected(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }
}
