-- The networks, in CIDR notation, that a drone with a MAVLink system id sends from, and its key in hexadecimal digits if it
-- signs. A drone that was registered before has no networks: nothing is heard of it until it is registered again.
alter table drones
    add column mavlink_networks text[],
    add column mavlink_key      text;
