package io.factmatrix.gateway.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The addresses of names. May wait for the network. */
@FunctionalInterface
interface Names {

    /** All of them, the preferred one first. */
    List<InetAddress> of(String host) throws UnknownHostException;
}
