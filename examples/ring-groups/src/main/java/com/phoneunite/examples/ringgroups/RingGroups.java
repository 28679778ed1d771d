package com.phoneunite.examples.ringgroups;

import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

// tag::ring-groups
/** All that PhoneUnite has to know of ring groups for organizations to own them. */
public final class RingGroups implements ResourceType<RingGroup> {

    public static final RingGroups RING_GROUPS = new RingGroups();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RingGroups() {}

    @Override
    public String name() {
        return "ring_group"; // in references, events and exports: never changed
    }

    @Override
    public void check(RingGroup group, BiConsumer<String, String> report) {
        if (group.extensions().isEmpty() || group.extensions().size() > 20) {
            report.accept("GROUP_SIZE", "must have 1 to 20 extensions");
        }
        if (!group.extensions().stream().allMatch(Extension.Rule::isExtension)) {
            report.accept("NOT_AN_EXTENSION", "must have extensions of 2 to 6 digits");
        }
        if (group.seconds() < 5 || group.seconds() > 120) {
            report.accept("OUT_OF_RANGE", "must ring for 5 to 120 seconds");
        }
    }

    @Override
    public Set<ResourceRef> refersTo(RingGroup group) { // members stay as long as a group rings them
        return group.extensions().stream()
                .map(digits -> ResourceRef.extension(new Extension(digits)))
                .collect(Collectors.toSet());
    }

    @Override
    public String write(RingGroup group) {
        return JSON.writeValueAsString(group);
    }

    @Override
    public RingGroup read(String json) {
        return JSON.readValue(json, RingGroup.class);
    }
}
// end::ring-groups
