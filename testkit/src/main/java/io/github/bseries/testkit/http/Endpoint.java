// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.util.Set;

/** One path of an appliance. */
interface Endpoint {

  /** Returns the methods that it takes. */
  Set<String> methods();

  /** Returns whether a call must bring a valid token. */
  boolean needsToken();

  /** Carries out a call and answers it. */
  Answer answer(Arrival arrival);
}
