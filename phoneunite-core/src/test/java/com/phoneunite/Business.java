package com.phoneunite;

import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An organization, and short words for the work in it. */
record Business(World world, UserSession owner, OrganizationId id) {

    OrganizationWorkspace workspace() {
        return owner.switchTo(id);
    }

    /** The sections of things. */
    CallTrees trees() {
        return workspace().callTrees();
    }

    Sounds sounds() {
        return workspace().sounds();
    }

    PhoneNumbers numbers() {
        return workspace().phoneNumbers();
    }

    Resources<RingGroup> ringGroups() {
        return workspace().resources(World.RING_GROUP);
    }

    /** A new user who is a member with that extension. */
    UserSession member(String email, String extension) {
        UserSession user = world.user(owner, email);
        workspace().members().add(user.user(), extension);
        return user;
    }

    /** A call tree of one menu, whose key 1 leads there. */
    static CallTreeDraft leadingTo(String name, DestinationDraft there) {
        return CallTree.named(name)
                .menu("main", Menu.saying("Hello.").on('1', there).otherwise(Destination.hangUp()));
    }

    SavedCallTree tree(String name) {
        return trees().save(leadingTo(name, Destination.hangUp()));
    }

    SavedCallTree treeTo(String name, DestinationDraft there) {
        return trees().save(leadingTo(name, there));
    }

    Sound sound(String name, int seed) {
        return sounds().add(name, new ByteArrayInputStream(SoundBytes.wav(seed)));
    }

    void suspend() {
        world.become(owner.accountId(), id, OrganizationState.SUSPENDED);
    }

    Refusal refused(String code, ThrowingCallable call) {
        return world.refused(owner.accountId(), code, call);
    }

    /** What the refusal that something is in use names. */
    List<ResourceUse> usesThatForbid(ThrowingCallable call) {
        return ((ResourceRefusal.InUse) refused("RESOURCE_IN_USE", call)).usedBy();
    }

    List<ResourceRef> usersOf(ResourceRef ref) {
        return owned().usersOf(ref);
    }

    OwnedSnapshot owned() {
        return inside(scope -> OwnedSnapshot.of(world.store, scope));
    }

    <T> T inside(Function<OrganizationScope, T> read) {
        return world.store.unitOfWork().view(owner.accountId(), () -> read.apply(entered()));
    }

    /** What of the organization is still to be read with once it is closed. */
    OrganizationScope scope() {
        return inside(scope -> scope);
    }

    private OrganizationScope entered() {
        Store store = world.store;
        return RefusedException.granted(Roster.enter(
                store.accounts().find(owner.accountId()).orElseThrow(),
                store.users().find(owner.accountId(), owner.user()),
                store.organizations().find(owner.accountId(), id),
                new Standing(true, false, false)));
    }

    /** The events that the call leaves behind. */
    List<DomainEvent> eventsOf(Runnable call) {
        int before = world.plainEvents(owner.accountId()).size();
        call.run();
        List<DomainEvent> all = world.plainEvents(owner.accountId());
        return all.subList(before, all.size());
    }
}
