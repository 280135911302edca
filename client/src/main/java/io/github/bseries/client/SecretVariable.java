// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.util.Map;

/** A secret in an environment variable. */
record SecretVariable(Map<String, String> environment, String variable) implements SecretSource {

  @Override
  public char[] read() {
    return Environment.secret(environment, variable);
  }

  /** Returns the name of the variable, and nothing of the environment. */
  @Override
  public String toString() {
    return "SecretVariable[" + variable + "]";
  }
}
