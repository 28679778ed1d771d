package com.phoneunite.organization;

import com.phoneunite.input.DisplayName;

/**
 * Rule O2: the name of an organization, in its normal form.
 *
 * @param value what a {@link DisplayName} holds
 */
public record OrganizationName(String value) {

    public OrganizationName {
        new DisplayName(value);
    }

    /**
     * The name in its normal form.
     *
     * @throws IllegalArgumentException naming every violated constraint
     */
    public static OrganizationName parse(String raw) {
        return new OrganizationName(DisplayName.parse(raw).value());
    }

    /** What must be unique among the account's open organizations: names with the same key look the same. */
    public String key() {
        return new DisplayName(value).key();
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text can be a name once it is normalized. */
    public static final class Rule extends DisplayName.Rule {}
}
