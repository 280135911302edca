// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.TrafficCutover;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedPairBuilder;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.SimulatedUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the simulator was told on the command line.
 *
 * @param speed how many simulated seconds pass in a second
 * @param backupBytes the size of a backup file
 * @param portBase the first of three ports; 0 for any that are free
 * @param controlPort the port by which it is controlled; 0 for any that is free
 * @param cutover how users reach the primary
 * @param sessionEvery how many seconds lie between two sessions that users begin; 0 for no users
 * @param assumed what is assumed in another way than is standard
 * @param help whether only the usage is wanted
 */
record SimulatorOptions(
    double speed,
    long backupBytes,
    int portBase,
    int controlPort,
    Cutover cutover,
    int sessionEvery,
    List<AssumedBehaviour> assumed,
    boolean help) {

  private static final Duration SESSION_LENGTH = Duration.ofMinutes(10);

  static final String USAGE =
      """
      Usage: java -jar bseries-simulator.jar [--speed N] [--backup-bytes N] [--port-base N]
             [--control-port N] [--cutover WAY] [--session-every N] [--assume NAME]...

      Starts a simulated pair of appliances on ports of this machine, prints one line of JSON
      that tells where it is, and stays until it is ended.

        --speed N         simulated seconds that pass in a second, above 0, at most 86400 and at
                          most 1000 times the N of --session-every (1)
        --backup-bytes N  size of a backup file in bytes, 1 or more (1048576)
        --port-base N     ports N (a), N+1 (b) and N+2 (site), 1 to 65533 (any free ports)
        --control-port N  port by which it is controlled, 1 to 65535 (any free port)
        --cutover WAY     how users reach the primary: shared-ip, dns (60 seconds to live) or nat
                          (shared-ip)
        --session-every N users begin a session of 10 minutes every N seconds, 1 to 86400 (no users)
        --assume NAME     a behaviour that no source settles, by its name in
                          docs/simulated-behaviour.md; may be given several times (the standard)
        --help            this text
      """;

  /**
   * Reads the arguments.
   *
   * @throws WrongArgument if one of them makes no sense
   */
  static SimulatorOptions parse(List<String> arguments) {
    String speed = "1";
    long backupBytes = 1024 * 1024;
    int portBase = 0;
    int controlPort = 0;
    Cutover cutover = Cutover.SHARED_IP;
    int sessionEvery = 0;
    List<AssumedBehaviour> assumed = new ArrayList<>();
    boolean help = false;
    for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
      String option = each.next();
      switch (option) {
        case "--speed" -> speed = value(option, each);
        case "--backup-bytes" ->
            backupBytes = wholeNumber(option, value(option, each), 1, Long.MAX_VALUE);
        case "--port-base" -> portBase = (int) wholeNumber(option, value(option, each), 1, 65_533);
        case "--control-port" ->
            controlPort = (int) wholeNumber(option, value(option, each), 1, 65_535);
        case "--cutover" -> cutover = word(option, value(option, each), Cutover.values());
        case "--session-every" ->
            sessionEvery = (int) wholeNumber(option, value(option, each), 1, 86_400);
        case "--assume" -> assumed.add(constant(option, value(option, each)));
        case "--help" -> help = true;
        default ->
            throw new WrongArgument("unknown argument \"" + option + "\"; try --help for the list");
      }
    }
    SimulatorOptions options =
        new SimulatorOptions(
            speed(speed), backupBytes, portBase, controlPort, cutover, sessionEvery, assumed, help);
    options.checkSpeed(speed);
    return options;
  }

  /** Makes the pair that was asked for, anew at each call. */
  SimulatedPair newPair() {
    SimulatedPairBuilder builder =
        SimulatedPair.builder()
            .time(SimulatedTime.running(speed))
            .backupBytes(backupBytes)
            .cutover(cutover.of("support.example.com"))
            .assume(assumed.toArray(new AssumedBehaviour[0]));
    if (sessionEvery > 0) {
      builder.users(SimulatedUsers.every(Duration.ofSeconds(sessionEvery), SESSION_LENGTH));
    }
    return builder.build();
  }

  /** Time runs no faster from the start than the control API lets it run. */
  private void checkSpeed(String text) {
    int greatest = ControlLimits.greatestFactor(newPair());
    if (speed > greatest) {
      throw new WrongArgument(
          "--speed is \"" + text + "\", must be at most " + greatest + sessionsInWords());
    }
  }

  private String sessionsInWords() {
    return sessionEvery > 0 ? " with --session-every " + sessionEvery : "";
  }

  private static <E extends Enum<E>> E word(String option, String text, E[] values) {
    Map<String, E> words = PairState.byWord(values);
    E found = words.get(text);
    if (found == null) {
      throw new WrongArgument(
          option + " is \"" + text + "\", must be one of " + String.join(", ", words.keySet()));
    }
    return found;
  }

  private static AssumedBehaviour constant(String option, String text) {
    try {
      return AssumedBehaviour.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new WrongArgument(
          option + " is \"" + text + "\", must be a name as in BOTH_TELL_SYNC; see the docs");
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new WrongArgument(option + " needs a value: write " + option + " N");
    }
    return rest.next();
  }

  private static double speed(String text) {
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && speed <= ControlLimits.GREATEST_FACTOR) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongArgument(
        "--speed is \""
            + text
            + "\", must be a number above 0 and at most "
            + ControlLimits.GREATEST_FACTOR
            + ", as in 60");
  }

  private static long wholeNumber(String option, String text, long least, long greatest) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongArgument(
        option
            + " is \""
            + text
            + "\", must be a whole number, "
            + least
            + (greatest == Long.MAX_VALUE ? " or more" : " to " + greatest));
  }

  /** How users reach the primary. */
  enum Cutover {
    SHARED_IP,
    DNS,
    NAT;

    TrafficCutover of(String siteName) {
      return switch (this) {
        case SHARED_IP -> SharedIp.at("12.12.1.52");
        case DNS -> new DnsSwing(siteName, Duration.ofSeconds(60));
        case NAT -> new NatSwing(null);
      };
    }
  }

  /** The command line makes no sense; the message says which value, and the way out. */
  static final class WrongArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongArgument(String message) {
      super(message);
    }
  }
}
