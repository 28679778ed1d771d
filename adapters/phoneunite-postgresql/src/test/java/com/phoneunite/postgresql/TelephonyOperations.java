package com.phoneunite.postgresql;

import com.phoneunite.AddOrganization;
import com.phoneunite.Invitations;
import com.phoneunite.OpenAccount;
import com.phoneunite.Resource;
import com.phoneunite.account.UserRef;
import com.phoneunite.json.OrganizationJson;
import com.phoneunite.membership.User;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Accounts and organizations, people, phone numbers, call trees, sounds and what a host has brought. */
final class TelephonyOperations extends Operations {

    TelephonyOperations(Round round) {
        super(round);
    }

    @Override
    void all() {
        account();
        people();
        numbers();
        trees();
        sounds();
        resources();
        ends();
    }

    private void account() {
        pages("organizations", you::organizations);
        one("switching", () -> you.switchTo(here.id()));
        one("renaming", () -> you.renameOrganization(here.id(), named("Renamed")));
        one(
                "an organization",
                () -> you.addOrganization(AddOrganization.named(named("Further"))
                        .on("small")
                        .key(named("further").replace(' ', '-'))));
        one(
                "the same organization",
                () -> you.addOrganization(AddOrganization.named(named("Further"))
                        .on("small")
                        .key(named("further").replace(' ', '-'))));
        one(
                "an account",
                () -> phoneUnite.openAccount(OpenAccount.named("New")
                        .owner("new@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard")));
        pages("users", you.users()::list);
    }

    private void people() {
        pages("members", here.members()::list);
        pages("administrators", here.administrators()::list);
        pages("invitations", here.invitations()::list);
        pages("people", here.people()::list);
        String extension = "9" + Math.abs(round.hashCode() % 1_000);
        String address = round + "@example.com";
        one("a user who comes and goes", () -> {
            User user = you.users().add(address);
            here.members().add(user.id(), extension);
            here.administrators().add(user.id());
            here.members().remove(user.id());
            here.administrators().remove(user.id());
            you.users().deactivate(user.id());
        });
        one(
                "an invitation that is taken back",
                () -> here.invitations()
                        .revoke(here.invitations()
                                .inviteMember(round + "-no@example.com", extension)
                                .invitation()
                                .id()));
        one("an invitation that is accepted", () -> {
            Invitations.Made made = here.invitations().inviteAdministrator(round + "-yes@example.com");
            UserRef guest = phoneUnite.acceptInvitation(made.token().reveal(), round + "-yes@example.com");
            phoneUnite.signIn(guest).organizations();
            you.handOverTo(guest.user());
            phoneUnite.signIn(guest).handOverTo(you.user());
        });
    }

    private void numbers() {
        pages("phone numbers", here.phoneNumbers()::list);
        String number = "+120365" + (10_000 + Math.abs(round.hashCode() % 80_000));
        one("a number", () -> here.phoneNumbers().add(number));
        one("a number that is routed", () -> here.phoneNumbers().route(number, Destination.extension("300")));
        one("a number that is asked for", () -> here.phoneNumbers().get(number));
        one("a number that is not routed", () -> here.phoneNumbers().unroute(number));
        one(
                "a number that moves",
                () -> here.phoneNumbers()
                        .move(number, you.organizations().items().get(0).id()));
        one(
                "a number that is removed",
                () -> you.switchTo(you.organizations().items().get(0).id())
                        .phoneNumbers()
                        .remove(number));
        one("what may be called", () -> here.mayCall("10300"));
    }

    private void trees() {
        pages("call trees", here.callTrees()::list);
        one("a call tree", () -> {
            SavedCallTree tree = here.callTrees()
                    .save(CallTree.named(named("Tree"))
                            .menu("main", Menu.saying("Hello").otherwise(Destination.extension("300"))));
            here.callTrees().get(tree.id());
            here.callTrees().walk(tree.id(), "1");
            here.callTrees().remove(tree.id());
        });
    }

    private void sounds() {
        pages("sounds", here.sounds()::list);
        one("a sound", () -> {
            Sound sound = here.sounds().add(named("Sound"), wav());
            try (InputStream bytes = here.sounds().open(sound.id())) {
                bytes.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            here.sounds().rename(sound.id(), named("Sounds"));
            here.sounds().replace(sound.id(), wav());
            here.sounds().get(sound.id());
            here.sounds().remove(sound.id());
        });
    }

    private static InputStream wav() {
        return new ByteArrayInputStream(StoreStory.wav());
    }

    private void resources() {
        pages("things of the host's", here.resources(Notes.NOTES)::list);
        one("a thing of the host's", () -> {
            Resource<String> note = here.resources(Notes.NOTES).add(named("Thing"), "note");
            here.resources(Notes.NOTES).get(note.id());
            here.resources(Notes.NOTES).save(note.id(), named("Things"), "other");
            here.resources(Notes.NOTES).remove(note.id());
        });
        one(
                "an export",
                () -> OrganizationJson.write(
                        you.switchTo(you.organizations().items().get(0).id()), OutputStream.nullOutputStream()));
    }

    private void ends() {
        one(
                "an organization that is closed",
                () -> you.closeOrganization(
                        you.addOrganization(named("Closed"), "small").id()));
    }
}
