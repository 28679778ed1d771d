package com.phoneunite.isolation;

/**
 * Plain data: who does what, where, to whom, and a number for whatever else is to be chosen.
 *
 * @param who numbers of people beyond {@link Cast#PEOPLE} are those who manage where the command leads to
 */
record Command(Operation operation, Place where, int who, int whom, int number) {

    Place place() {
        return operation.ofAccount() ? Place.ACCOUNT : where;
    }

    /** Where a phone number is moved to, or whose entry of the ledger is asked for. */
    Place target() {
        return Place.OF_ORGANIZATIONS.get(number % 4);
    }

    /** Of which place alone the answer tells. */
    Place answersFor() {
        return operation == Operation.EXPLAIN && target() == Place.HERE ? Place.HERE : place();
    }

    /** Whether it is left out: it concerns organizations other than A. */
    boolean elsewhere() {
        return operation.addsAnOrganization() || (place() != Place.HERE && place() != Place.ACCOUNT);
    }

    /** Whether a phone number is moved between A and another organization, or an entry asked for that is not of A. */
    boolean crosses() {
        return switch (operation) {
            case MOVE_NUMBER -> (place() == Place.HERE) != (target() == Place.HERE);
            case EXPLAIN -> target() != Place.HERE;
            default -> false;
        };
    }
}
