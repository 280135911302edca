// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.PairClientBuilder;
import io.github.bseries.core.pair.ApplianceAddress;

/** Where a pair is found on which the contract is tried, and by which time it lives. */
interface ContractPlace {

  /** Returns the normal primary's own address, under the name of the site. */
  ApplianceAddress primary();

  /** Returns the normal backup's own address, under the name of the site. */
  ApplianceAddress backup();

  ApplianceAddress site();

  String clientId();

  /** Returns a new account of the site, with full access to the command API and to backups. */
  ApiAccount account();

  /** Returns the settings of all clients, but for the account. */
  ApplianceClientBuilder settings();

  /** Sets how often a wait looks, and how it waits. */
  PairClientBuilder paced(PairClientBuilder pair);

  /** Returns whether the product has the command {@code get_appliances}. */
  boolean listsAppliances();
}
