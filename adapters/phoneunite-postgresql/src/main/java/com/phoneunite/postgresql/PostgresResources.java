package com.phoneunite.postgresql;

import com.phoneunite.input.DisplayName;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.StoredResource;
import java.sql.SQLException;
import java.time.Instant;

final class PostgresResources extends PostgresOwned<StoredResource> {

    PostgresResources(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork, "resource", "content:text");
    }

    @Override
    StoredResource read(Row row) throws SQLException {
        return new StoredResource(
                row.account(),
                row.organization(),
                new ResourceRef(row.text("type"), row.text("id")),
                new DisplayName(row.text("name")),
                row.text("content"),
                row.moment("added_at"));
    }

    @Override
    Instant addedAt(StoredResource resource) {
        return resource.addedAt();
    }

    @Override
    Object[] further(StoredResource resource) {
        return new Object[] {resource.content()};
    }
}
