package com.phoneunite.examples.ringgroups;

import static com.phoneunite.examples.ringgroups.RingGroups.RING_GROUPS;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.Resource;
import com.phoneunite.UserSession;
import com.phoneunite.examples.ringgroups.RingGroup.Ringing;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallWalk;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import java.util.List;

/** A ring group that a call tree leads to, from beginning to end. */
public final class RingGroupsExample {

    private RingGroupsExample() {}

    public static void main(String[] arguments) {
        // tag::use
        PhoneUnite phoneUnite = PhoneUnite.builder(InMemoryStore.create())
                .billing(OrganizationBilling.none())
                .resources(RING_GROUPS)
                .build();
        UserSession you = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named("Product Experts, LLC")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        OrganizationWorkspace current =
                you.switchTo(you.organizations().items().get(0).id());
        current.members().add(you.user(), "101");

        Resource<RingGroup> sales =
                current.resources(RING_GROUPS).add("Sales", new RingGroup(List.of("101"), Ringing.TOGETHER, 20));
        SavedCallTree main = current.callTrees()
                .save(CallTree.named("Main")
                        .menu(
                                "welcome",
                                Menu.saying("Thank you for calling Product Experts. For sales, press 1.")
                                        .on('1', Destination.resource(sales.ref()))
                                        .otherwise(Destination.voicemail("101"))));
        current.phoneNumbers().add("+12025550123");
        current.phoneNumbers().route("+12025550123", Destination.callTree(main.id()));

        CallWalk walk = current.callTrees().walk(main.id(), "1");
        System.out.println("A caller who presses 1 comes to " + walk.end().orElseThrow());
        try {
            current.resources(RING_GROUPS).remove(sales.id());
        } catch (RefusedException refused) {
            System.out.println(refused.code() + " " + refused.refusal().facts());
        }
        // end::use
    }
}
