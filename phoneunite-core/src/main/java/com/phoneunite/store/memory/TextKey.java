package com.phoneunite.store.memory;

import com.phoneunite.organization.OrganizationId;

/** A text that is unique in its organization. Texts of one organization stand together, in the order of their characters. */
record TextKey(OrganizationId organization, String text) implements Comparable<TextKey> {

    boolean isPrefixOf(TextKey other) {
        return organization.equals(other.organization) && other.text.startsWith(text);
    }

    @Override
    public int compareTo(TextKey other) {
        int order = organization.compareTo(other.organization);
        return order != 0 ? order : text.compareTo(other.text);
    }
}
