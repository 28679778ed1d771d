package com.phoneunite.examples.quickstart;

/** Stories to begin from: each test changes the one thing that it is about. */
final class Stories {

    static final String EVENT = """
            { "day": 1, "account": "a", "do": "recharge", "amount": "USD 50.00" }""";

    private static final String FRAME = """
            {
              "v": 1,
              "starts": "2026-01-31",
              "ends": "2026-02-28",
              "plans": [ { "name": "standard", "monthly": "USD 20.00" } ],
              "accounts": [ { "id": "a", "name": "Ann's", "owner": "ann@example.com", "country": "DE",
                "timeZone": "Europe/Berlin", "currency": "USD", "plan": "standard" } ],
              "events": [
            %s
              ]
            }
            """;

    private Stories() {}

    /** A story in which these things happen, one a line from line 9 on. */
    static String with(String... events) {
        return FRAME.formatted(String.join(",\n", events));
    }
}
