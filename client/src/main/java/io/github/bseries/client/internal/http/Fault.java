// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ApplianceAddress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the network, in words for an operator: what, and what to look at.
 *
 * @param retryable whether a later call may fare better without anybody changing anything
 * @param ours whether this side ended the call, so that the other cannot be blamed
 */
record Fault(String reason, boolean retryable, boolean ours) {

  static final Fault CLOSED = new Fault(HttpCaller.CLOSED_MEANWHILE, false, true);

  private static final int LONGEST = 200;

  private Fault(String reason, boolean retryable) {
    this(reason, retryable, false);
  }

  static Fault of(IOException thrown, ApplianceAddress address) {
    Throwable e = thrown.getCause() == null ? thrown : thrown.getCause();
    if (e instanceof HostLookup.Failed) {
      return Thread.currentThread().isInterrupted()
          ? new Fault(words(e), false, true)
          : new Fault(words(e), true);
    }
    if (e instanceof UnknownHostException) {
      return new Fault("no address is known for the host name " + address.host(), true);
    }
    Fault certificate = ofCertificate(e, address);
    if (certificate != null) {
      return certificate;
    }
    if (e instanceof InterruptedIOException) {
      return Thread.currentThread().isInterrupted()
          ? new Fault("the waiting thread was interrupted", false, true)
          : new Fault("no whole answer came within the time allowed", true);
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return new Fault("no connection came about (" + words(deepest(e)) + ")", true);
    }
    if (e instanceof SSLException) {
      return new Fault("TLS failed (" + words(e) + ")", true);
    }
    if (e instanceof ProtocolException) {
      // What is cut may be whole the next time; what is no HTTP will be none then, either.
      String broken = withoutQuote(words(e));
      return new Fault(
          "what came breaks the rules of HTTP (" + broken + ")",
          broken.startsWith("unexpected end of stream"));
    }
    if (isCausedBy(e, EOFException.class)) {
      return new Fault("the connection was closed too early", true);
    }
    return new Fault(words(e), true);
  }

  private static @Nullable Fault ofCertificate(Throwable e, ApplianceAddress address) {
    if (e instanceof SSLPeerUnverifiedException) {
      return new Fault(
          "the certificate is not for the name " + address.name() + "; check the site's name",
          false);
    }
    if (isCausedBy(e, PinnedTrust.Mismatch.class)) {
      return new Fault(
          "the certificate is not a pinned one (" + deepest(e).getMessage() + ")", false);
    }
    if (isCausedBy(e, CertificateException.class)) {
      return new Fault(
          "the certificate is not trusted ("
              + words(deepest(e))
              + "); check the trusted certificates",
          false);
    }
    return null;
  }

  static boolean isCausedBy(Throwable e, Class<? extends Throwable> kind) {
    for (@Nullable Throwable each = e; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable deepest(Throwable e) {
    Throwable each = e;
    while (each.getCause() != null) {
      each = each.getCause();
    }
    return each;
  }

  /** The library quotes what came, in which a server may have repeated our credentials. */
  private static String withoutQuote(String words) {
    return words.split("[:\"]", 2)[0].strip();
  }

  static String words(Throwable e) {
    String message = e.getMessage();
    String line =
        message == null || message.isBlank()
            ? e.getClass().getSimpleName()
            : message.lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
