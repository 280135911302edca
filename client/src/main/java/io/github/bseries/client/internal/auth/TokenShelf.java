// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import org.jspecify.annotations.Nullable;

/** Where the token of one account at one address lies between two runs. Nothing of it throws. */
public interface TokenShelf {

  /** Returns the token that lies there, and tells its age; null if there is none that is valid. */
  @Nullable AccessToken take();

  /** Puts a token there that was given out just now, in place of another one. */
  void put(AccessToken token);

  /** Takes a token away that was refused; a newer one stays. */
  void remove(AccessToken refused);
}
