package com.phoneunite.postgresql;

import com.phoneunite.json.CallTreeJson;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.SavedCallTree;
import java.sql.SQLException;
import java.time.Instant;

/** Call trees as the documents that they are exported as, kept as they were written: menus stand in the order in which they were given. */
final class PostgresCallTrees extends PostgresOwned<SavedCallTree> {

    PostgresCallTrees(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork, "call_tree", "tree:json");
    }

    @Override
    SavedCallTree read(Row row) throws SQLException {
        CallTreeId id = CallTreeId.parse(row.text("id"));
        CallTree tree = CallTreeJson.read(row.text("tree")).parse().fold(one -> one, refusal -> {
            throw new PhoneUniteFault("call tree " + id + " cannot be read any more: " + refusal.code());
        });
        return new SavedCallTree(row.account(), row.organization(), id, tree, row.moment("added_at"));
    }

    @Override
    Instant addedAt(SavedCallTree tree) {
        return tree.addedAt();
    }

    @Override
    Object[] further(SavedCallTree tree) {
        return new Object[] {CallTreeJson.write(tree.tree())};
    }
}
