package com.phoneunite.isolation;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.SoundId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A command as somebody carries it out. */
record Turn(Scene scene, Command command, int who, int index) {

    private static final List<String> EXTENSIONS = List.of("10", "12", "20", "201", "30", "101", "31", "40");

    Place place() {
        return command.place();
    }

    int number() {
        return command.number();
    }

    int whom() {
        return command.whom();
    }

    Rig rig() {
        return scene.rig();
    }

    /** What the host does, it does whoever is a user. */
    UserSession session() {
        return command.operation().ofHost() && place() == Place.ACCOUNT
                ? scene.cast().session(Place.ACCOUNT, 0)
                : scene.cast().session(place(), who);
    }

    OrganizationId organization() {
        return scene.organization(place());
    }

    /** A workspace that was opened long ago, or a new one. */
    OrganizationWorkspace workspace() {
        return scene.workspace(command, who);
    }

    /** The owner adds only who is a user in any case: whether newcomers are is a matter of who invited them. */
    UserId person() {
        boolean byOwner = who == scene.cast().owner() && place() == Place.HERE;
        return scene.noted(scene.cast().user(place(), byOwner ? whom() % Cast.USERS : whom()));
    }

    String email() {
        return scene.given(Cast.email(whom()));
    }

    String extension() {
        return EXTENSIONS.get(number() % EXTENSIONS.size());
    }

    /** Some names are wanted everywhere, and some tell where they are from. */
    String name() {
        return List.of("Common", "Another", place() + " one", place() + " two").get((number() + whom()) % 4);
    }

    /** No two places want the same number: that one is not available may be seen (rule I4). */
    String phoneNumber() {
        return scene.given(Scene.phoneNumber(place(), number()));
    }

    CallTreeId callTree() {
        return new CallTreeId(scene.thing(this, Operation.SAVE_TREE));
    }

    SoundId sound() {
        return new SoundId(scene.thing(this, Operation.ADD_SOUND));
    }

    ResourceId ringGroup() {
        return new ResourceId(scene.thing(this, Operation.ADD_GROUP));
    }

    /** All pages of a list. */
    <T> List<Page<T>> pages(Function<PageRequest, Page<T>> list) {
        List<Page<T>> pages = new ArrayList<>();
        PageRequest request = PageRequest.first(1 + number() % 3);
        while (true) {
            Page<T> page = list.apply(request);
            pages.add(page);
            if (page.next().isEmpty()) {
                return pages;
            }
            request = request.after(page.next().get());
        }
    }
}
