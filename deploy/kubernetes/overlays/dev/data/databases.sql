create role accounting login password 'accounting'; create database accounting owner accounting;
create role packaging login password 'packaging'; create database packaging owner packaging;
create role drone login password 'drone'; create database drone owner drone;
create role transport login password 'transport'; create database transport owner transport;
create role delivery login password 'delivery'; create database delivery owner delivery;
create role supervisor login password 'supervisor'; create database supervisor owner supervisor;
