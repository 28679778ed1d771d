package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.input.InputValidator;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.CallTreeVerdict;
import com.phoneunite.telephony.CallWalk;
import com.phoneunite.telephony.SavedCallTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rule T3: the section of a workspace that shows its call trees. Everybody who stands in the organization may look; only who manages it
 * may change. Safe for any number of threads.
 */
public final class CallTrees {

    private final OwnedThings<SavedCallTree> things;

    CallTrees(Place place) {
        things = new OwnedThings<>(place, Store::callTrees, OwnedKind.CALL_TREE.type(), CallTree.MAX_PER_ORGANIZATION);
    }

    /**
     * The call trees of the organization, by id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<SavedCallTree> list(PageRequest page) {
        return things.list(page, Function.identity());
    }

    /**
     * One call tree.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
     */
    public SavedCallTree get(CallTreeId id) {
        return things.get(Desk.given("id", id).value());
    }

    /**
     * Adds a call tree.
     *
     * @param draft begins with {@link CallTree#named}, or comes from {@code com.phoneunite.json.CallTreeJson}
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code CALL_TREE_NOT_VALID}, {@code RESOURCE_NAME_TAKEN}, {@code RESOURCE_LIMIT_REACHED}
     */
    public SavedCallTree save(CallTreeDraft draft) {
        CallTree tree = parsed(Optional.empty(), draft);
        return things.place().add(scope -> {
            requireValid(scope, tree, Optional.empty());
            Change change = things.place().change();
            SavedCallTree added = new SavedCallTree(
                    scope.account(),
                    scope.organizationId(),
                    CallTreeId.parse(things.newRef().id()),
                    tree,
                    change.at());
            return things.add(scope, added, tree.refersTo(), change);
        });
    }

    /**
     * Saves a call tree anew: the same id with this name and these menus. The ones that it has change nothing.
     *
     * @throws RefusedException as {@link #save(CallTreeDraft)}, and {@code RESOURCE_NOT_FOUND}
     */
    public SavedCallTree save(CallTreeId id, CallTreeDraft draft) {
        CallTree tree = parsed(InputValidator.required("id", id), draft);
        return things.place().add(scope -> {
            SavedCallTree former = things.found(scope, id.ref());
            requireValid(scope, tree, Optional.of(id));
            SavedCallTree next = new SavedCallTree(former.account(), former.organization(), id, tree, former.addedAt());
            return things.replace(scope, former, next, tree.refersTo());
        });
    }

    /**
     * Rule T5: removes a call tree.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code RESOURCE_NOT_FOUND}, {@code
     *     RESOURCE_IN_USE}
     */
    public SavedCallTree remove(CallTreeId id) {
        return things.remove(Desk.given("id", id).value(), Function.identity());
    }

    /**
     * Walks a call through a call tree, and those that it leads to, without placing it.
     *
     * @param presses what the caller presses, for example {@code "1 3"}; {@value CallWalk#NOTHING} stands for nothing until the timeout;
     *     at most {@value CallWalk#MAX_PRESSES} characters
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
     */
    public CallWalk walk(CallTreeId id, @Nullable String presses) {
        Walk walk = Desk.valid(new Walk(id, presses));
        return things.place()
                .view(scope -> CallWalk.through(
                        things.found(scope, id.ref()).tree(),
                        Objects.requireNonNull(walk.presses()),
                        other -> find(scope, other)));
    }

    /** Rule X4: whatever is wrong with the call tree, and besides. */
    private static CallTree parsed(Optional<InvalidInput> besides, @Nullable CallTreeDraft draft) {
        if (draft == null) {
            throw new RefusedException(InvalidInput.all(List.of(besides, InputValidator.required("callTree", null)))
                    .orElseThrow());
        }
        return draft.parse()
                .fold(
                        tree -> {
                            RefusedException.throwIf(besides);
                            return tree;
                        },
                        refusal -> {
                            throw new RefusedException(
                                    refusal instanceof InvalidInput invalid
                                            ? InvalidInput.all(List.of(besides, Optional.of(invalid)))
                                                    .orElse(invalid)
                                            : refusal);
                        });
    }

    private void requireValid(OrganizationScope scope, CallTree tree, Optional<CallTreeId> self) {
        RefusedException.throwIf(CallTreeVerdict.of(tree, self, new CallTreeVerdict.Surroundings() {
            @Override
            public boolean has(ResourceRef ref) {
                return ref.kind() == OwnedKind.SOUND
                        ? things.belongings().has(scope, ref)
                        : things.belongings().canBeLedTo(scope, ref);
            }

            @Override
            public Optional<CallTree> callTree(CallTreeId id) {
                return find(scope, id);
            }
        }));
    }

    private Optional<CallTree> find(OrganizationScope scope, CallTreeId id) {
        return things.place().store().callTrees().find(scope, id.ref()).map(SavedCallTree::tree);
    }

    private record Walk(
            @Conforms(Given.class) CallTreeId id,
            @Conforms(CallWalk.Rule.class) @Nullable String presses) {}
}
