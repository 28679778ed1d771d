package com.phoneunite.isolation;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.Resource;
import com.phoneunite.Resources;
import com.phoneunite.membership.Extension;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.util.List;

/** How things of the host's type are added, saved, read and removed. */
final class RingGroupActs {

    private RingGroupActs() {}

    static Object addGroup(Turn turn) {
        Resource<RingGroup> added = groups(turn.workspace()).add(turn.name(), content(turn));
        turn.scene().made(turn, added.id().value());
        return added;
    }

    static Object changeGroup(Turn turn) {
        return groups(turn.workspace()).save(turn.ringGroup(), turn.name(), content(turn));
    }

    static Object removeGroup(Turn turn) {
        return groups(turn.workspace()).remove(turn.ringGroup());
    }

    static Object getGroup(Turn turn) {
        return groups(turn.workspace()).get(turn.ringGroup());
    }

    static Object listGroups(Turn turn) {
        return turn.pages(groups(turn.workspace())::list);
    }

    private static Resources<RingGroup> groups(OrganizationWorkspace workspace) {
        return workspace.resources(Rig.RING_GROUPS);
    }

    /** Two things, of every kind that can be referred to; now and then none, which is no ring group. */
    private static RingGroup content(Turn turn) {
        return new RingGroup(
                turn.number() == 11 ? List.of() : List.of(ref(turn, turn.whom()), ref(turn, turn.number())));
    }

    private static ResourceRef ref(Turn turn, int kind) {
        return switch (kind % 6) {
            case 0 -> turn.callTree().ref();
            case 1 -> turn.sound().ref();
            case 2 -> new ResourceRef(Rig.RING_GROUPS.name(), turn.ringGroup().toString());
            case 3 -> new ResourceRef(OwnedKind.PHONE_NUMBER.type(), turn.phoneNumber());
            default -> ResourceRef.extension(new Extension(turn.extension()));
        };
    }
}
