package com.phoneunite.postgresql;

/** What somebody does at the front doors, with a text and a number that a step draws; how is told by {@link FrontDoorRun}. */
enum FrontDoorDeed {
    ADD_ORGANIZATION,
    RENAME_ORGANIZATION,
    CLOSE_ORGANIZATION,
    ADD_USER,
    DEACTIVATE_USER,
    HAND_OVER,
    ADD_ADMINISTRATOR,
    REMOVE_ADMINISTRATOR,
    ADD_MEMBER,
    REMOVE_MEMBER,
    INVITE,
    ACCEPT,
    ADD_NUMBER,
    ROUTE_NUMBER,
    MOVE_NUMBER,
    REMOVE_NUMBER,
    SAVE_TREE,
    REMOVE_TREE,
    ADD_SOUND,
    REMOVE_SOUND,
    SAVE_NOTE,
    REMOVE_NOTE,
    RECHARGE,
    USE,
    USE_AS,
    DISPUTE,
    LOOK_BACK,
    DAYS
}
