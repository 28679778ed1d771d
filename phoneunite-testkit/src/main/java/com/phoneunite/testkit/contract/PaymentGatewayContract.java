package com.phoneunite.testkit.contract;

/**
 * What a payment gateway must do: {@link com.phoneunite.billing.recharge.PaymentGateway}. A host proves its own adapter against its
 * provider's sandbox, or a stub of it. What the gateway does not declare is not asked for. The tests are in its parts, told apart by what
 * they prove.
 */
public interface PaymentGatewayContract extends GatewayCharges, GatewayLookUps, GatewayRefunds, GatewayNotifications {}
