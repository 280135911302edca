// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables that tell where to call and as whom. */
final class Environment {

  static final String API_HOST = "BT_API_HOST";
  static final String CLIENT_ID = "BT_CLIENT_ID";
  static final String CLIENT_SECRET = "BT_CLIENT_SECRET";

  private Environment() {}

  static String required(Map<String, String> variables, String name) {
    @Nullable String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment variable " + name + " is not set");
    }
    return value;
  }

  /** Returns the secret in a variable, without what a file or a shell leaves at its end. */
  static char[] secret(Map<String, String> variables, String name) {
    // The rest of a secret is nobody's to trim.
    return required(variables, name).replaceFirst("[\\r\\n]+$", "").toCharArray();
  }

  static ApplianceAddress address(Map<String, String> variables) {
    ApplianceAddress address;
    try {
      address = ApplianceAddress.parse(required(variables, API_HOST));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(API_HOST + ": " + e.getMessage(), e);
    }
    if (!address.tls()) {
      throw new IllegalArgumentException(
          API_HOST + ": " + address + " is not encrypted; use https");
    }
    return address;
  }
}
