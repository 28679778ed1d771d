package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;

/** Rule B13: how the store explains what a plan change charged or credited. */
record ToldExchange(PlanName from, PlanName to, int daysLeft, int days) {}
