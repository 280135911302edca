// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of calls that an appliance knows.
 *
 * @since 0.1
 */
public enum CallKind {
  /** A request for a token: {@code /oauth2/token}. */
  TOKEN,

  /** The command {@code check_health}. */
  CHECK_HEALTH,

  /** The command {@code set_failover_role}. */
  SET_FAILOVER_ROLE,

  /** The command {@code get_api_info}. */
  GET_API_INFO,

  /** The command {@code get_appliances}. */
  GET_APPLIANCES,

  /** The command {@code get_connected_client_list}. */
  GET_CONNECTED_CLIENT_LIST,

  /** A download of a backup: {@code /api/backup}. */
  BACKUP,

  /** The probe without a token: {@code /check_health}. */
  PROBE,

  /** Everything else: other commands, unknown paths. */
  OTHER;

  private static final Map<String, CallKind> ACTIONS =
      Map.of(
          "check_health", CHECK_HEALTH,
          "set_failover_role", SET_FAILOVER_ROLE,
          "get_api_info", GET_API_INFO,
          "get_appliances", GET_APPLIANCES,
          "get_connected_client_list", GET_CONNECTED_CLIENT_LIST);

  /**
   * Returns the kind of a call.
   *
   * @param path the path of the request, without query
   * @param action the parameter {@code action}; null if there is none
   */
  public static CallKind of(String path, @Nullable String action) {
    return switch (requireNonNull(path, "path")) {
      case "/oauth2/token" -> TOKEN;
      case "/api/backup" -> BACKUP;
      case "/check_health" -> PROBE;
      case "/api/command" -> ofAction(action);
      default -> OTHER;
    };
  }

  /** Returns its name as the control API has it, {@code check-health} for instance. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether it is a command, be it one that is not known. */
  public boolean isCommand() {
    return switch (this) {
      case TOKEN, BACKUP, PROBE -> false;
      default -> true;
    };
  }

  /** Returns the actions that are known, and one that is not. */
  static Set<String> actions() {
    Set<String> actions = new TreeSet<>(ACTIONS.keySet());
    actions.add("");
    return actions;
  }

  private static CallKind ofAction(@Nullable String action) {
    return ACTIONS.getOrDefault(action == null ? "" : action, OTHER);
  }
}
