// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;

/**
 * The account has made as many calls as it may: either this side did not send the call, or the
 * appliance answered with status 429 to one that changes nothing.
 *
 * @source D-JSON (the limits); assumed: status 429, which no page names
 * @since 0.1
 */
public final class LimitReachedException extends ApplianceException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;
  private final boolean toldByAppliance;

  LimitReachedException(String message, Duration retryAfter, boolean toldByAppliance) {
    super(message, true);
    this.retryAfter = retryAfter;
    this.toldByAppliance = toldByAppliance;
  }

  /** Returns how long to wait before the next call; zero if the appliance did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Returns whether the appliance said so. If not, nothing was sent: this side kept to the limits,
   * or to what the appliance had said a moment before.
   */
  public boolean isToldByAppliance() {
    return toldByAppliance;
  }

  @Override
  public String remedy() {
    return "Wait as long as it says, or a minute, and let fewer programs call with this account.";
  }
}
