-- PhoneUnite on Citus, for version 1 of the schema. Run once, on the coordinator and as the owner of the tables, after the migrations, with the
-- schema of PhoneUnite first on the search path: "SET search_path = phoneunite". Tables that hold rows already are moved with them.
--
-- Everything of an account is on one node, in one group of tables that is split by the account: a change of an account, its foreign keys
-- and its unique keys never leave that node.

-- An account and its owner lead to each other, and a table is distributed only after those that it leads to: the key comes back at the end.
ALTER TABLE account DROP CONSTRAINT a2_the_owner_is_a_user;

SELECT create_distributed_table('account_head', 'account_id', colocate_with => 'none');
SELECT create_distributed_table('account', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('account_user', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('organization', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('event', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('administration', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('membership', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('invitation', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('holding', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('phone_number', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('call_tree', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('sound', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('sound_content', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('resource', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('reference', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('ledger_entry', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('subscription', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('charged_terms', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('plan_exchange', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('arrear', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('usage_need', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('card_token', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('recharge', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('recharge_notification', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('refund', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('reversal', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('auto_recharge', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('due_account', 'account_id', colocate_with => 'account_head');
SELECT create_distributed_table('due_claim', 'account_id', colocate_with => 'account_head');

ALTER TABLE account ADD CONSTRAINT a2_the_owner_is_a_user
    FOREIGN KEY (account_id, owner_id) REFERENCES account_user (account_id, user_id) DEFERRABLE INITIALLY DEFERRED;

-- A phone number is held once in the whole system (T1), and only a table that is split by the number can promise that. Nothing leads here.
SELECT create_distributed_table('phone_number_holder', 'number', colocate_with => 'none');

-- One row a version, which every connection reads when a store is opened, and no account: the same on every node.
SELECT create_reference_table('schema_version');
