package com.phoneunite.postgresql;

import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.PhoneNumber;

/** Where calls go, as a text: the case, a colon, and which one. */
final class Destinations {

    private static final Destination.Cases<String> WRITER = new Destination.Cases<>() {
        @Override
        public String extension(Extension extension) {
            return "extension:" + extension;
        }

        @Override
        public String voicemail(Extension extension) {
            return "voicemail:" + extension;
        }

        @Override
        public String menu(MenuName menu) {
            return "menu:" + menu.value();
        }

        @Override
        public String callTree(CallTreeId callTree) {
            return "call_tree:" + callTree;
        }

        @Override
        public String phoneNumber(PhoneNumber number) {
            return "phone_number:" + number;
        }

        @Override
        public String resource(ResourceRef resource) {
            return "resource:" + resource;
        }

        @Override
        public String hangUp() {
            return "hang_up:";
        }
    };

    private Destinations() {}

    static String text(Destination destination) {
        return destination.fold(WRITER);
    }

    static Destination read(String text) {
        int colon = text.indexOf(':');
        String which = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "extension" -> new Destination.ToExtension(new Extension(which));
            case "voicemail" -> new Destination.ToVoicemail(new Extension(which));
            case "menu" -> new Destination.ToMenu(new MenuName(which));
            case "call_tree" -> new Destination.ToCallTree(CallTreeId.parse(which));
            case "phone_number" -> new Destination.ToPhoneNumber(new PhoneNumber(which));
            case "resource" -> new Destination.ToResource(ResourceRef.parse(which));
            case "hang_up" -> new Destination.HangUp();
            default -> throw new IllegalArgumentException("no destination is told so");
        };
    }
}
