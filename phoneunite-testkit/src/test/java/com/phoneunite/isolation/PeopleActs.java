package com.phoneunite.isolation;

import com.phoneunite.Invitations;
import com.phoneunite.RefusedException;
import com.phoneunite.membership.MembershipRefusal;

/** How people come into organizations, are listed, and leave. */
final class PeopleActs {

    private PeopleActs() {}

    static Object addAdministrator(Turn turn) {
        return turn.workspace().administrators().add(turn.person());
    }

    static Object removeAdministrator(Turn turn) {
        return turn.workspace().administrators().remove(turn.person());
    }

    static Object addMember(Turn turn) {
        return turn.workspace().members().add(turn.person(), turn.extension());
    }

    static Object removeMember(Turn turn) {
        return turn.workspace().members().remove(turn.person());
    }

    static Object inviteAdministrator(Turn turn) {
        return turn.scene().invited(turn, turn.workspace().invitations().inviteAdministrator(turn.email()));
    }

    static Object inviteMember(Turn turn) {
        return turn.scene().invited(turn, turn.workspace().invitations().inviteMember(turn.email(), turn.extension()));
    }

    static Object revoke(Turn turn) {
        return turn.workspace()
                .invitations()
                .revoke(turn.scene()
                        .invitation(turn)
                        .map(one -> one.invitation().id())
                        .orElseGet(Rig::noInvitation));
    }

    /** What an invitation is accepted with is the host's to bring. */
    static Object accept(Turn turn) {
        Invitations.Made one = turn.scene()
                .invitation(turn)
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.InvitationNotValid()));
        String email = one.invitation().email().value();
        int person = email.charAt("person".length()) - '0';
        return turn.scene()
                .bringing(
                        person,
                        () -> turn.rig()
                                .phoneUnite
                                .acceptInvitation(one.token().reveal(), turn.number() == 11 ? turn.email() : email));
    }

    static Object listAdministrators(Turn turn) {
        return turn.pages(turn.workspace().administrators()::list);
    }

    static Object listMembers(Turn turn) {
        return turn.pages(turn.workspace().members()::list);
    }

    static Object listInvitations(Turn turn) {
        return turn.pages(turn.workspace().invitations()::list);
    }

    static Object listPeople(Turn turn) {
        return turn.pages(turn.workspace().people()::list);
    }
}
