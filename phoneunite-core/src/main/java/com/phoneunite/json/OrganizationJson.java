package com.phoneunite.json;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.input.InputValidator;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Everything that an organization owns, as one document in JSON, described in {@code docs/organization-json.md}. Safe for any number of
 * threads.
 */
public final class OrganizationJson {

    /** The version that is written. */
    static final int VERSION = 1;

    private OrganizationJson() {}

    /**
     * Writes the current organization: what {@link OrganizationWorkspace#export} tells, and the bytes of its sounds, which are passed on
     * a few at a time. A sound that is replaced meanwhile is written as it is then; of one that is removed meanwhile there are no bytes.
     *
     * @param out takes the document in UTF-8; flushed, not closed. Where an exception is thrown, what it has taken is no whole document
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     * @throws PhoneUniteFault if a thing of the host's has a content that is not JSON, or a sound has other bytes than were added
     * @throws UncheckedIOException if the stream fails
     */
    public static void write(OrganizationWorkspace workspace, OutputStream out) {
        RefusedException.throwIf(InvalidInput.all(
                List.of(InputValidator.required("workspace", workspace), InputValidator.required("out", out))));
        try (JsonGenerator json = Documents.generator(out)) {
            new OrganizationWriter(json, workspace).write();
            json.flush();
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }
}
