// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.ShownCertificate;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the certificate that a server shows: completes a handshake, sends nothing, hangs up.
 *
 * <p>It looks at certificates that are not trusted, too, since those are what one wants to find. So
 * nothing but the handshake goes over its connections: no request, no credentials, no certificate
 * of ours. Safe for use by several threads.
 */
public final class CertificateProbe implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateProbe.class);

  private final Trust trust;
  private final HostLookup lookup;
  private final Duration timeout;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a probe. Opens no connection.
   *
   * @param trust says where a chain ends; it is asked, and never obeyed
   * @param lookup finds IP addresses
   * @param timeout for one TCP connection, and again for the whole handshake
   * @param clock stamps what is seen
   * @param nanoTime measures the handshake
   */
  public CertificateProbe(
      Trust trust,
      HostLookup lookup,
      Duration timeout,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.trust = trust;
    this.lookup = lookup;
    this.timeout = timeout;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Looks at what is shown at this address, whatever its own name is.
   *
   * @param serverName the name to ask for (SNI); null to ask for none
   */
  public CertificateLook look(ApplianceAddress address, @Nullable String serverName) {
    if (!address.tls()) {
      return failed(HandshakeFailure.NO_TLS, address + " is an address without TLS");
    }
    List<InetAddress> found;
    try {
      found = lookup.addressesOf(address, timeout);
    } catch (HostLookup.Failed e) {
      return failed(e.failure(), Fault.words(e));
    } catch (UnknownHostException e) {
      return failed(HandshakeFailure.NAME_UNKNOWN, Fault.words(e));
    }
    CertificateLook last = failed(HandshakeFailure.NO_CONNECTION, "nothing was tried");
    for (InetAddress each : found) {
      last = look(new InetSocketAddress(each, address.port()), serverName);
      if (!isUnconnected(last)) {
        return last;
      }
    }
    return last;
  }

  private static boolean isUnconnected(CertificateLook look) {
    return look.fold(shown -> false, failed -> failed.failure() == HandshakeFailure.NO_CONNECTION);
  }

  private CertificateLook look(InetSocketAddress to, @Nullable String serverName) {
    try (HeardSocket socket = new HeardSocket()) {
      open.add(socket);
      try {
        return look(socket, to, serverName);
      } finally {
        open.remove(socket);
      }
    } catch (IOException e) {
      return failed(HandshakeFailure.NO_CONNECTION, "no connection came about", e);
    }
  }

  private CertificateLook look(
      HeardSocket socket, InetSocketAddress to, @Nullable String serverName) throws IOException {
    connect(socket, to);
    try {
      socket.limitReads(timeout, nanoTime);
      return shown(handshake(socket, to, serverName));
    } catch (IOException e) {
      return failed(socket, e);
    }
  }

  private void connect(HeardSocket socket, InetSocketAddress to) throws IOException {
    if (closed) {
      throw new SocketException("closed");
    }
    socket.connect(to, Math.toIntExact(timeout.toMillis()));
  }

  /** In a context of its own: a session that is resumed shows no certificate again. */
  private X509Certificate[] handshake(
      Socket socket, InetSocketAddress to, @Nullable String serverName) throws IOException {
    SSLContext context;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new CollectingTrust()}, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot set up TLS", e);
    }
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(socket, to.getAddress().getHostAddress(), to.getPort(), false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setServerNames(serverName == null ? List.of() : List.of(name(serverName)));
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return Arrays.stream(tls.getSession().getPeerCertificates())
        .map(X509Certificate.class::cast)
        .toArray(X509Certificate[]::new);
  }

  /** As it stands: a name with an underscore is no host name to Java, and servers know it. */
  private static SNIServerName name(String serverName) {
    return new HostBytes(serverName.getBytes(StandardCharsets.US_ASCII));
  }

  private static final class HostBytes extends SNIServerName {

    HostBytes(byte[] name) {
      super(StandardConstants.SNI_HOST_NAME, name);
    }
  }

  private CertificateLook shown(X509Certificate[] all) throws IOException {
    List<ShownCertificate> certificates = new ArrayList<>();
    try {
      CertificateChain chain = trust.chain(all);
      for (X509Certificate each : chain.shown()) {
        certificates.add(CertificateReader.read(each));
      }
      return new CertificateLook.Shown(clock.instant(), certificates, chain.end());
    } catch (CertificateException | RuntimeException e) {
      // Whoever made it may have written anything, and no look may fail for that.
      throw new SSLException("the certificate cannot be read", e);
    }
  }

  private CertificateLook failed(HeardSocket socket, IOException e) {
    if (Fault.isCausedBy(e, InterruptedIOException.class)) {
      HandshakeFailure failure =
          socket.heard() ? HandshakeFailure.STALLED : HandshakeFailure.SILENT;
      return failed(failure, failure.title() + " within " + timeout);
    }
    HandshakeFailure failure = HandshakeFailure.BROKEN_OFF;
    if (!socket.heard()) {
      failure = HandshakeFailure.SILENT;
    } else if (!socket.heardTls()) {
      failure = HandshakeFailure.NO_TLS;
    } else if (e instanceof SSLException
        && !Fault.isCausedBy(e, EOFException.class)
        && !Fault.isCausedBy(e, SocketException.class)) {
      failure = HandshakeFailure.REFUSED;
    }
    return failed(failure, failure.title(), e);
  }

  private CertificateLook failed(HandshakeFailure failure, String reason, IOException e) {
    return failed(failure, reason + " (" + Fault.words(e) + ")");
  }

  private CertificateLook failed(HandshakeFailure failure, String reason) {
    return closed
        ? new CertificateLook.NotShown(
            clock.instant(), HandshakeFailure.GIVEN_UP, "the client was closed during the look")
        : new CertificateLook.NotShown(clock.instant(), failure, reason);
  }

  /** Ends the looks that are running. A second time it does nothing. */
  @Override
  public void close() {
    closed = true;
    lookup.close();
    for (Socket each : List.copyOf(open)) {
      try {
        each.close();
      } catch (IOException e) {
        LOG.debug("a look at a certificate could not be ended: {}", Fault.words(e));
      }
    }
  }
}
