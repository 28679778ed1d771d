package com.phoneunite.json;

import com.phoneunite.membership.Extension;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Greeting;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The JSON Schema of call trees, drawn up from the code. */
final class SchemaText {

    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    private static final String TEMPLATE = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "A call tree of PhoneUnite",
              "description": "Drawn up from the code by CallTreePageTest. What this refuses, PhoneUnite refuses; it also refuses more.",
              "type": "object",
              "properties": {
                "v": { "const": %1$d },
                "name": { "type": "string", "minLength": 1 },
                "root": { "$ref": "#/$defs/menuName" },
                "menus": {
                  "type": "object",
                  "minProperties": 1,
                  "maxProperties": %2$d,
                  "propertyNames": { "$ref": "#/$defs/menuName" },
                  "additionalProperties": { "$ref": "#/$defs/menu" }
                }
              },
              "required": ["v", "name", "menus"],
              "additionalProperties": false,
              "$defs": {
                "menuName": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,%3$d}$" },
                "menu": {
                  "type": "object",
                  "properties": {
                    "greeting": { "$ref": "#/$defs/greeting" },
                    "keys": {
                      "type": "object",
                      "propertyNames": { "pattern": "^[0-9*#]$" },
                      "additionalProperties": { "$ref": "#/$defs/destination" }
                    },
                    "onTimeout": { "$ref": "#/$defs/destination" },
                    "onInvalid": { "$ref": "#/$defs/destination" },
                    "tries": { "type": "integer", "minimum": 1, "maximum": %4$d, "default": %5$d },
                    "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": %6$d, "default": %7$d }
                  },
                  "required": ["greeting", "onTimeout", "onInvalid"],
                  "additionalProperties": false
                },
                "greeting": {
                  "type": "object",
                  "properties": {
                    "say": { "type": "string", "minLength": 1, "maxLength": %8$d },
                    "play": { "type": "string", "pattern": "%9$s" }
                  },
                  "minProperties": 1,
                  "maxProperties": 1,
                  "additionalProperties": false
                },
                "destination": {
                  "type": "object",
                  "properties": {
            %10$s
                  },
                  "minProperties": 1,
                  "maxProperties": 1,
                  "additionalProperties": false
                }
              }
            }
            """;

    private SchemaText() {}

    static String drawnUp() {
        return TEMPLATE.formatted(
                CallTreeJson.VERSION,
                CallTree.MAX_MENUS,
                MenuName.MAX_LENGTH,
                Menu.MAX_TRIES,
                Menu.saying("").tries(),
                Menu.MAX_TIMEOUT_SECONDS,
                Menu.saying("").timeoutSeconds(),
                Greeting.Spoken.MAX_CODE_POINTS,
                UUID,
                Arrays.stream(DestinationDraft.Kind.values())
                        .map(kind -> "        \"" + kind.json() + "\": " + schema(kind))
                        .collect(Collectors.joining(",\n")));
    }

    private static String schema(DestinationDraft.Kind kind) {
        return switch (kind) {
            case EXTENSION, VOICEMAIL -> text("^[0-9]{" + Extension.MIN_LENGTH + "," + Extension.MAX_LENGTH + "}$");
            case MENU -> "{ \"$ref\": \"#/$defs/menuName\" }";
            case CALL_TREE -> text(UUID);
            case PHONE_NUMBER -> text("^\\\\+[0-9 ().-]+$");
            case RESOURCE -> text("^[a-z][a-z0-9_]{0,39}:[!-~]{1,64}$");
            case HANG_UP -> "{ \"const\": true }";
        };
    }

    private static String text(String pattern) {
        return "{ \"type\": \"string\", \"pattern\": \"" + pattern + "\" }";
    }
}
