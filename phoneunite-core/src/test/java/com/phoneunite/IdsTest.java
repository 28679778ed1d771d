package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.Destination;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A host's source of ids that makes one twice. */
class IdsTest {

    private final World world = new World(World.RING_GROUP);
    private final Business here = world.twoBusinesses().get(0);
    private UUID next = new UUID(0, 0);
    private final PhoneUnite stuck = PhoneUnite.builder(world.store)
            .billing(new GrantingBilling())
            .clock(world.clock)
            .resources(World.RING_GROUP)
            .ids(() -> next)
            .build();
    private final UserSession owner = stuck.signIn(here.owner().ref());
    private final OrganizationWorkspace workspace = owner.switchTo(here.id());

    @Test
    void X1_whatIsAddedTakesThePlaceOfNothingThatIsThere() {
        List<UUID> taken = List.of(
                here.owner().user().value(),
                here.id().value(),
                here.tree("Main").id().value(),
                here.sound("Hello", 1).id().value(),
                here.ringGroups().add("Sales", RingGroup.EMPTY).id().value(),
                here.workspace()
                        .invitations()
                        .inviteAdministrator("ann@example.com")
                        .invitation()
                        .id()
                        .value());
        List<ThrowingCallable> additions = List.of(
                () -> owner.users().add("bob@example.com"),
                () -> owner.addOrganization("Third", "standard"),
                () -> workspace.callTrees().save(Business.leadingTo("Other", Destination.hangUp())),
                () -> workspace.sounds().add("Other", new ByteArrayInputStream(SoundBytes.wav(2))),
                () -> workspace.resources(World.RING_GROUP).add("Other", RingGroup.EMPTY),
                () -> workspace.invitations().inviteAdministrator("bob@example.com"));
        Snapshot before = world.snapshot(owner.accountId());
        for (int i = 0; i < taken.size(); i++) {
            next = taken.get(i);
            assertThatThrownBy(additions.get(i))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining(next + " twice");
        }
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
    }
}
