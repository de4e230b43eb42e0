package dev.signalbox.demo.rabbitmq;

/// Where a node and its port mapper listen, all of it on loopback.
///
/// @param amqp for clients
/// @param management of the HTTP API
/// @param prometheus of the metrics
/// @param distribution for Erlang's own tools
/// @param epmd of the node's own port mapper
record NodePorts(int amqp, int management, int prometheus, int distribution, int epmd) {}
